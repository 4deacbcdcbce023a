import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLabel } from '../../../shared/editions/check-label.ts';
import { checkLine } from '../../../shared/editions/check-line.ts';
import { freezeEdition } from '../../../shared/editions/freeze.ts';
import { visibleLine, visibleText } from '../../../shared/text/visible-text.ts';
import { sampleContent } from '../../support/sample-publication.ts';

const seed = 20260117;

describe('checkLine', () => {
  it.each([
    ['Leitbild „Zusammen“ – Ellernfurt', null],
    ['', null],
    ['مرحبا שלום', null],
    ['a\nb', 'line-break'],
    ['a\u2028b', 'line-break'],
    ['a\tb', 'control-characters'],
    ['a\u0000b', 'control-characters'],
    ['a\u009bb', 'control-characters'],
    ['a\ud800b', 'control-characters'],
    ['a\u202eb', 'direction-characters'],
    ['a\u2066b', 'direction-characters'],
    ['x'.repeat(41), 'too-long'],
  ])('EDI5: %j', (text, reason) => {
    expect(checkLine(text, 40)?.reason ?? null).toBe(reason);
  });
});

describe('checkLabel', () => {
  it.each([
    ['2019', null],
    ['2. Auflage', null],
    ['Fassung_2019-2', null],
    ['Entwurfsfassung', null],
    ['console', null],
    ['', 'empty'],
    ['2019.', 'label-form'],
    [' 2019', 'label-form'],
    ['../2019', 'label-form'],
    ['a/b', 'label-form'],
    ['x'.repeat(41), 'too-long'],
    ['draft', 'reserved'],
    ['DRAFT', 'reserved'],
    ['Entwurf', 'reserved'],
    ['nul', 'reserved'],
    ['COM1', 'reserved'],
    ['lpt9.2019', 'reserved'],
  ])('EDI5: %j', (label, reason) => {
    expect(checkLabel(label)).toBe(reason);
  });
});

describe('freezeEdition', () => {
  it('EDI5: names what is wrong by a code of the closed list', () => {
    const faultOf = (changes: object) => freezeEdition({ ...sampleContent(), ...changes });
    expect(faultOf({ title: 'a\u202eb' })).toMatchObject({
      error: { details: { argument: 'title', reason: 'direction-characters' } },
    });
    expect(faultOf({ municipality: 'x'.repeat(201) })).toMatchObject({
      error: { details: { argument: 'municipality', reason: 'too-long', allowed: '200' } },
    });
    expect(faultOf({ adoption: { body: 'Rat', date: '11.12.2019', paper: '' } })).toMatchObject({
      error: { details: { argument: 'adoption.date', reason: 'date' } },
    });
  });
});

describe('visible text', () => {
  it('leaves nothing that steers a terminal, and all else as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(visibleText(text)).not.toMatch(/[^\n\t\P{Cc}]|[\u202a-\u202e\u2066-\u2069]/u);
        expect(visibleLine(text)).not.toMatch(/\p{Cc}/u);
        if (!/[\p{Cc}\u2028-\u202e\u2066-\u2069]/u.test(text)) expect(visibleText(text)).toBe(text);
      }),
      { seed },
    );
    expect(visibleText('a\u001b[2J\tb\n')).toBe('a\\u001b[2J\tb\n');
    expect(visibleLine('a\nb')).toBe('a\\u000ab');
  });
});
