import { describe, expect, it } from 'vitest';
import { nodeId } from '../../../../shared/ids/ids.ts';
import type { OutlineEntry } from '../../../../renderer/editor/structure/outline.ts';
import {
  excerptAround,
  filterLines,
  linesById,
  nameOf,
  outlineLines,
  pathTo,
  visibleLines,
} from '../../../../renderer/features/outline/outline-lines.ts';

function entry(
  id: string,
  depth: number,
  parent: string | null,
  more: Partial<OutlineEntry> = {},
): OutlineEntry {
  return {
    ...{
      id: nodeId(id),
      type: 'chapter',
      number: '',
      fullNumber: '',
      label: 'Kapitel',
      title: id,
      depth,
      kind: null,
    },
    parent: parent === null ? null : nodeId(parent),
    ...more,
  };
}

const lines = outlineLines([
  entry('a', 0, null, { number: '1', fullNumber: '1', title: 'Präambel' }),
  entry('b', 0, null, { number: '2', fullNumber: '2', title: 'Ziele' }),
  entry('b1', 1, 'b', { type: 'actionField', label: 'Handlungsfeld', fullNumber: '2.1', title: 'Bildung' }),
  entry('b2', 1, 'b', { type: 'actionField', label: 'Handlungsfeld', fullNumber: '2.2', title: 'Arbeit' }),
  entry('g', 2, 'b2', { type: 'goalGroup', label: 'Teilziele', title: 'Übergang' }),
]);

describe('lines of the outline', () => {
  it('know their place in the tree', () => {
    expect(
      lines.map(({ level, children, position, siblings }) => [level, children, position, siblings]),
    ).toEqual([
      [1, 0, 1, 2],
      [1, 2, 2, 2],
      [2, 0, 1, 2],
      [2, 1, 2, 2],
      [3, 0, 1, 1],
    ]);
  });

  it('hide what stands below a folded one, and nothing beside it', () => {
    expect(visibleLines(lines, new Set([nodeId('b')])).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(visibleLines(lines, new Set([nodeId('b2')])).map(({ id }) => id)).toEqual(['a', 'b', 'b1', 'b2']);
    expect(visibleLines(lines, new Set())).toEqual(lines);
  });

  it('are found by number, label or words in any case, with what they stand under', () => {
    const found = filterLines(lines, ' handlungsfeld ARB ');
    expect([...found.matches]).toEqual(['b2']);
    expect(found.lines.map(({ id }) => id)).toEqual(['b', 'b2']);
    expect(filterLines(lines, '2.1').lines.map(({ id }) => id)).toEqual(['b', 'b1']);
    expect(filterLines(lines, 'übergang').lines.map(({ id }) => id)).toEqual(['b', 'b2', 'g']);
    expect(filterLines(lines, 'nirgends').lines).toEqual([]);
  });

  it('show what was found in them, however far back it stands', () => {
    const title = 'Alle Kinder lernen in der Grundschule schwimmen und kochen';
    expect(excerptAround(title, ['SCHWIMM'])).toBe('… Grundschule schwimmen und kochen');
    expect(excerptAround(title, ['kinder', 'schwimmen'])).toBe(title);
    expect(excerptAround(title, ['6.4'])).toBe(title);
    expect(excerptAround('Donaudampfschifffahrtsgesellschaft', ['gesell'])).toBe(
      'Donaudampfschifffahrtsgesellschaft',
    );
  });

  it('tell their path and their name', () => {
    expect(pathTo(linesById(lines), nodeId('g')).map(({ id }) => id)).toEqual(['b', 'b2', 'g']);
    expect(pathTo(linesById(lines), nodeId('weg'))).toEqual([]);
    expect(lines.map(nameOf)).toEqual([
      'Kapitel 1',
      'Kapitel 2',
      'Handlungsfeld 2.1',
      'Handlungsfeld 2.2',
      'Teilziele „Übergang“',
    ]);
  });
});
