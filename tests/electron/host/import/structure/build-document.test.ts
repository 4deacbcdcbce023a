import { describe, expect, it } from 'vitest';
import { parseProfile } from '../../../../../shared/schema/profile.ts';
import { shippedProfile } from '../../../../support/standard-profile.ts';
import { importText, outlineOf } from '../import-text.ts';

const fields = `5 Ziele

So wollen wir handeln (vgl. Kapitel 5.2). Mehr dazu steht im Handlungsfeld „Arbeit am Fluss“.

5.1 Für alle Felder

• Wir achten einander.
• Wir sagen, was gilt.

5.2 Arbeit am Fluss

Leitziel

• Wir schaffen Arbeit.

Teilziele Ausbildung

• Wir bilden aus.
o Dazu öffnen wir die Werft.
• Wir fragen nach.

Teilziele

• Wir fördern Betriebe.

6 Schluss

• Das ist nur eine Liste.
`;

describe('goals', () => {
  it('IMP7: groups goals under the labels of their kinds; a field without label among such fields holds the first kind', () => {
    expect(outlineOf(importText(fields))).toEqual([
      'chapter',
      '  heading Ziele',
      '  paragraph So wollen wir handeln (vgl. Kapitel {number}). Mehr dazu steht im Handlungsfeld „{title}“.',
      '  actionField',
      '    heading Für alle Felder',
      '    goalGroup:leitziel',
      '      goal',
      '        paragraph Wir achten einander.',
      '      goal',
      '        paragraph Wir sagen, was gilt.',
      '  actionField',
      '    heading Arbeit am Fluss',
      '    goalGroup:leitziel',
      '      goal',
      '        paragraph Wir schaffen Arbeit.',
      '    goalGroup:teilziel',
      '      heading Ausbildung',
      '      goal',
      '        paragraph Wir bilden aus.',
      '        subpoint',
      '          paragraph Dazu öffnen wir die Werft.',
      '      goal',
      '        paragraph Wir fragen nach.',
      '    goalGroup:teilziel',
      '      goal',
      '        paragraph Wir fördern Betriebe.',
      'chapter',
      '  heading Schluss',
      '  bulletList',
      '    listItem',
      '      paragraph Das ist nur eine Liste.',
    ]);
  });

  it('IMP10: resolves references to the part that they name, by number and by title', () => {
    const { document, ledger } = importText(fields);
    const json = JSON.stringify(document);
    const targets = [...json.matchAll(/"target":"(\w+)"/g)].map(([, id]) => id);
    expect(new Set(targets).size).toBe(1);
    expect(json).toContain(`{"type":"actionField","attrs":{"id":"${targets[0] ?? ''}"`);
    expect(ledger.filter(({ fate }) => fate.type === 'structure' && fate.as === 'reference')).toHaveLength(1);
  });

  it('IMP7: nests a kind under the kind that the profile puts it under', () => {
    const standard = shippedProfile();
    const parsed = parseProfile(
      {
        ...standard,
        goalKinds: [
          { id: 'anliegen', singular: 'Anliegen', plural: 'Anliegen', rank: 1, number: { style: 'decimal' } },
          {
            id: 'schritt',
            singular: 'Schritt',
            plural: 'Schritte',
            rank: 2,
            under: ['anliegen'],
            number: { style: 'decimal' },
          },
        ],
      },
      'test',
    );
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    const text =
      '1 Ziele\n\n1.1 Am Fluss\n\nAnliegen\n\nDer Fluss gehört allen.\n\nSchritte\n\n• Wir bauen Stege.\n\nAnliegen\n\nDas Ufer bleibt grün.\n';
    expect(outlineOf(importText(text, parsed.value)).slice(4)).toEqual([
      '    goalGroup:anliegen',
      '      goal',
      '        paragraph Der Fluss gehört allen.',
      '        goalGroup:schritt',
      '          goal',
      '            paragraph Wir bauen Stege.',
      '    goalGroup:anliegen',
      '      goal',
      '        paragraph Das Ufer bleibt grün.',
    ]);
  });

  it('IMP7: takes paragraphs with the printed number of their kind for goals, and the lists below them for subpoints', () => {
    const outline = outlineOf(
      importText('1 Ziele\n\n1.1 Ufer\n\nTeilziele\n\nT1 Wir pflanzen.\n\n• Weiden\n\nT2 Wir gießen.\n'),
    );
    expect(outline.slice(4)).toEqual([
      '    goalGroup:teilziel',
      '      goal',
      '        paragraph Wir pflanzen.',
      '        subpoint',
      '          paragraph Weiden',
      '      goal',
      '        paragraph Wir gießen.',
    ]);
  });

  it('IMP7: knows a kind by its other names in the profile', () => {
    const outline = outlineOf(
      importText('1 Ziele\n\n1.1 Am Fluss\n\nTeilleitziele Ufer\n\n• Wir pflanzen.\n'),
    );
    expect(outline).toContain('    goalGroup:teilziel');
    expect(outline).toContain('      heading Ufer');
  });
});

describe('around the chapters', () => {
  it('IMP8: opens a foreword with each salutation, and ends it with its signature', () => {
    const text =
      'Liebe Leserinnen und Leser,\n\ndieses Leitbild gehört allen. Ich danke sehr.\n\nIhr\n\n\nHanno von der Werft\n\nBürgermeister der Stadt Musterfurt\n\f' +
      'Sehr geehrte Damen und Herren,\n\nwir haben gern mitgeschrieben.\n\n\nDr. Ayla Beispiel\n\nVorsitzende des Beirats\n\f' +
      'Ein Bild für die Stadt\n\nDieser Text steht vor den Kapiteln und sagt, worum es im Ganzen geht, und wem es dienen soll.\n\n1 Anfang\n\nEs begann.\n';
    expect(outlineOf(importText(text))).toEqual([
      'foreword',
      '  paragraph Liebe Leserinnen und Leser,',
      '  paragraph dieses Leitbild gehört allen. Ich danke sehr.',
      '  paragraph Ihr',
      '  signature',
      '    signatureName Hanno von der Werft',
      '    signatureOffice Bürgermeister der Stadt Musterfurt',
      'foreword',
      '  paragraph Sehr geehrte Damen und Herren,',
      '  paragraph wir haben gern mitgeschrieben.',
      '  signature',
      '    signatureName Dr. Ayla Beispiel',
      '    signatureOffice Vorsitzende des Beirats',
      'preface',
      '  heading Ein Bild für die Stadt',
      '  paragraph Dieser Text steht vor den Kapiteln und sagt, worum es im Ganzen geht, und wem es dienen soll.',
      'chapter',
      '  heading Anfang',
      '  paragraph Es begann.',
    ]);
  });

  it('IMP9: takes the lines below the heading of the participants for institutions', () => {
    const result = importText(
      '1 Anfang\n\nEs begann.\n\n2 Am Leitbild beteiligte Institutionen\n\nWir danken allen, die dabei waren.\n\nWerftverein e.V.\nAmt für Ufer und Häfen\nChor „Am Kai“\n',
    );
    expect(result.institutions.map(({ name }) => name)).toEqual([
      'Werftverein e.V.',
      'Amt für Ufer und Häfen',
      'Chor „Am Kai“',
    ]);
    expect(outlineOf(result).slice(3)).toEqual([
      'chapter',
      '  heading Am Leitbild beteiligte Institutionen',
      '  paragraph Wir danken allen, die dabei waren.',
      '  participants',
    ]);
  });

  it('IMP11: invents no goals and no institutions where there are none, and says so', () => {
    const result = importText(
      'Ein Brief\n\nDie Teilziele des Plans sind uns bekannt. Beteiligte waren viele.\n\n- Werft\n- Kai\n\nDatum\tOrt\n1.1.\tKai\n',
    );
    expect(result.institutions).toEqual([]);
    expect(JSON.stringify(result.document)).not.toContain('goal');
    expect(result.warnings.map(({ code }) => code)).toEqual(['table-flattened', 'no-structure-found']);
  });
});
