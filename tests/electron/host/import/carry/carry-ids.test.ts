import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryIds } from '../../../../../electron/host/import/carry/carry-ids.ts';
import { carryInstitutions } from '../../../../../electron/host/import/carry/carry-institutions.ts';
import { createCountingIds, institutionId } from '../../../../../shared/ids/ids.ts';
import type { LeitbildDocument } from '../../../../../shared/schema/document.ts';
import { isIdentified, plainText, walk } from '../../../../../shared/schema/walk.ts';
import { importText } from '../import-text.ts';

const text = `1 Anfang

Dieses Leitbild beginnt am Fluss und gilt für die ganze Stadt.

2 Ziele

2.1 Arbeit

Leitziele

• Wir schaffen Arbeit für alle, die am Fluss wohnen.
• Wir fragen zuerst, was gebraucht wird.

Teilziele Ausbildung

• Wir bilden in der Werft aus.
o Dazu öffnen wir die Tore an jedem Montag.

2.2 Ufer

Leitziele

• Das Ufer gehört allen Menschen der Stadt.
`;

/** The same text imported by another run, whose ids are others. */
const reimport = (source: string): LeitbildDocument => {
  const { document } = importText(source);
  const json = JSON.stringify(document).replaceAll(/"(id|target)":"n(\d+)"/g, '"$1":"fresh$2"');
  return JSON.parse(json) as LeitbildDocument;
};

/** Ids by the words of their nodes. */
const idsOf = (document: LeitbildDocument): Map<string, string> => {
  const ids = new Map<string, string>();
  walk(document, (node) => {
    if (isIdentified(node)) ids.set(`${node.type}: ${plainText([node])}`, node.attrs.id);
  });
  return ids;
};

const carry = (source: string): { before: Map<string, string>; after: Map<string, string> } => {
  const present = importText(text).document;
  return {
    before: idsOf(present),
    after: idsOf(carryIds(present, reimport(source), createCountingIds('z'))),
  };
};

describe('carryIds', () => {
  it('IMP12: changes nothing where the source is the same', () => {
    const present = importText(text).document;
    expect(carryIds(present, reimport(text), createCountingIds('z'))).toEqual(present);
  });

  it('IMP12: keeps the ids of goals that were reworded, moved to another field, or stand under a new heading', () => {
    const { before, after } = carry(
      text
        .replace('was gebraucht wird', 'was heute gebraucht wird')
        .replace('2.2 Ufer', '2.2 Fluss und Hafen')
        .replace(
          '• Wir bilden in der Werft aus.\no Dazu öffnen wir die Tore an jedem Montag.\n',
          '• Neu und ganz anders klingt es hier.\n',
        )
        .concat('• Wir bilden in der Werft aus.\no Dazu öffnen wir die Tore an jedem Montag.\n'),
    );
    for (const [old, now] of [
      ['goal: Wir fragen zuerst, was gebraucht wird.', 'goal: Wir fragen zuerst, was heute gebraucht wird.'],
      [
        'subpoint: Dazu öffnen wir die Tore an jedem Montag.',
        'subpoint: Dazu öffnen wir die Tore an jedem Montag.',
      ],
      ['goal: Das Ufer gehört allen Menschen der Stadt.', 'goal: Das Ufer gehört allen Menschen der Stadt.'],
      [
        'goal: Wir bilden in der Werft aus.Dazu öffnen wir die Tore an jedem Montag.',
        'goal: Wir bilden in der Werft aus.Dazu öffnen wir die Tore an jedem Montag.',
      ],
    ]) {
      expect(before.get(old ?? '')).toBeDefined();
      expect(after.get(now ?? '')).toBe(before.get(old ?? ''));
    }
    const field = [...after.keys()].find((key) => key.startsWith('actionField: Fluss und Hafen'));
    const formerly = [...before.keys()].find((key) => key.startsWith('actionField: Ufer'));
    expect(after.get(field ?? '')).toBe(before.get(formerly ?? ''));
    expect([...before.values()]).not.toContain(after.get('goal: Neu und ganz anders klingt es hier.'));
  });

  it('IMP12: gives each id once, also to what is new', () => {
    const present = importText(text).document;
    const lines = text.split('\n').filter((line) => line !== '');
    fc.assert(
      fc.property(fc.shuffledSubarray(lines, { minLength: 3 }), (subset) => {
        const { document } = importText(subset.join('\n\n') + '\n');
        const ids: string[] = [];
        walk(carryIds(present, document, createCountingIds('z')), (node) => {
          if (isIdentified(node)) ids.push(node.attrs.id);
        });
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { seed: 2014, numRuns: 150 },
    );
  });
});

describe('carryInstitutions', () => {
  it('IMP12: knows an institution by its name, and leaves it as the register has it', () => {
    const known = {
      id: institutionId('werft'),
      name: 'Werftverein e.V.',
      kind: 'association',
      seats: 2,
    } as const;
    const again = { id: institutionId('x1'), name: 'Werftverein e. V.', kind: 'other', seats: 1 } as const;
    const fresh = { id: institutionId('x2'), name: 'Chor am Kai', kind: 'other', seats: 1 } as const;
    expect(carryInstitutions([known], [{ ...again, name: 'werftverein E.V.' }, fresh])).toEqual({
      institutions: [known, fresh],
      added: [fresh],
    });
  });
});
