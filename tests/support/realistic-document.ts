import type { Chapter, LeitbildDocument } from '../../shared/schema/document.ts';
import { createNodeMakers, mark, reference, text } from './node-makers.ts';
import { councilPicture, idOfBytes, mayorPicture } from './sample-pictures.ts';

const FIELDS = [
  'Ankommen und Orientierung',
  'Sprache und Mehrsprachigkeit',
  'Kindertagesbetreuung und frühe Bildung',
  'Schule, Ausbildung und Weiterbildung',
  'Arbeit und Wirtschaft',
  'Wohnen und Nachbarschaft',
  'Gesundheit, Pflege und Alter',
  'Kultur, Religion und Weltanschauung',
  'Sport, Spiel und Freizeit',
  '(Politische) Mitwirkung und bürgerschaftliches Engagement',
  'Verwaltung im Wandel',
];

const AIMS = [
  'Wer neu nach Auenbrück kommt, findet binnen weniger Tage eine Stelle, die weiterhilft, und Menschen, die zuhören. Niemand wird von Schalter zu Schalter geschickt.',
  'Alle Menschen dieser Stadt nehmen gleichberechtigt am öffentlichen Leben teil. Herkunft, Sprache und Aufenthaltsstatus entscheiden nicht darüber, welche Wege offenstehen.',
  'Die Vielfalt der Lebensläufe gilt in Auenbrück als Gewinn. Einrichtungen öffnen sich, prüfen ihre Regeln und bauen Hürden ab, die andere ausschließen.',
];

const STEPS = [
  'Beratungsangebote sind aufeinander abgestimmt, in mehreren Sprachen beschrieben und auch ohne Termin erreichbar.',
  'Ehrenamtliche werden fortgeschrieben unterstützt: durch feste Ansprechpersonen, durch Räume, die sie abends nutzen können, und durch einen Fonds, aus dem kleine Auslagen ohne Antragsformular erstattet werden.',
  'Fachkräfte erhalten die Zeit, die sie für das Gespräch mit Familien brauchen. Fortbildungen zu Mehrsprachigkeit und zu diskriminierungssensiblem Handeln gehören zum Regelangebot.',
  'Die Träger vereinbaren gemeinsame Standards und überprüfen sie alle zwei Jahre.',
  'Migrantenselbstorganisationen sind an der Planung von Anfang an beteiligt; ihre Mitarbeit wird vergütet.',
  'Informationen erscheinen in leichter Sprache, bevor sie in Amtssprache erscheinen.',
  'Stadtteilhäuser laden zu regelmäßigen Treffen ein, bei denen Nachbarinnen und Nachbarn Vorhaben verabreden.',
];

const DETAILS = [
  'die Öffnungszeiten richten sich nach denen, die arbeiten,',
  'die Wege sind barrierefrei und mit dem Bus erreichbar,',
  'die Ergebnisse werden jährlich im Ausschuss vorgestellt.',
];

const PROSE = [
  'Auenbrück ist seit jeher eine Stadt der Übergänge. Flößer, Weberinnen, Bergleute und Studierende kamen, blieben oder zogen weiter, und jede Generation hat neu ausgehandelt, was das Gemeinsame ausmacht. Dieses Leitbild hält fest, worauf sich die Stadtgesellschaft heute verständigt hat.',
  'Zusammenleben verlangt Regeln, die für alle gelten, und Offenheit dafür, dass Menschen sie verschieden auslegen. Wo Meinungen auseinandergehen, suchen die Beteiligten das Gespräch, bevor sie eine Entscheidung suchen. Das kostet Zeit; es erspart der Stadt jedoch Entscheidungen, die nach kurzer Zeit niemand mehr trägt.',
  'Die Handlungsfelder stehen gleichberechtigt nebeneinander. Viele Vorhaben berühren mehrere Felder zugleich: Wer eine Wohnung sucht, braucht oft auch Arbeit, wer Arbeit sucht, einen Platz für sein Kind. Querverweise machen diese Zusammenhänge sichtbar.',
];

const at = (pool: readonly string[], index: number): string => pool[index % pool.length] ?? '';

/**
 * The text of the same invented city at the length of a real Leitbild: eleven fields with panels of Leitziele,
 * labelled groups of Teilziele, subpoints, footnotes and references. `times` repeats the chapter of the fields.
 */
export function realisticDocument(times = 1): LeitbildDocument {
  const { as, heading, p, note, sub, goal, group } = createNodeMakers();

  const fields = (round: number): Chapter => ({
    type: 'chapter',
    attrs: as(`felder-${String(round)}`),
    content: [
      heading('Handlungsfelder und ihre Ziele'),
      p(at(PROSE, 2)),
      ...FIELDS.map((name, index) => {
        const id = `r${String(round)}-f${String(index)}`;
        const step = (n: number) =>
          goal(
            `${id}-t${String(n)}`,
            n % 5 === 0
              ? [
                  text(at(STEPS, index + n)),
                  note([text('Vergleiche den Bericht zur Lage der Nachbarschaften, Abschnitt 4.')]),
                  text(' Dazu gehört '),
                  reference(`r${String(round)}-f${String((index + 3) % FIELDS.length)}`, 'label'),
                  text('.'),
                ]
              : at(STEPS, index + n),
            ...(n % 4 === 1 ? DETAILS.map((detail) => sub(detail)) : []),
          );
        const steps = (from: number, to: number) =>
          Array.from({ length: to - from }, (_, offset) => step(from + offset));
        return {
          type: 'actionField' as const,
          attrs: as(id),
          content: [
            heading(name),
            ...(index % 3 === 0 ? [p(at(PROSE, index))] : []),
            group(
              'leitziel',
              '',
              ...Array.from({ length: 1 + (index % 3) }, (_, n) =>
                goal(`${id}-l${String(n)}`, at(AIMS, index + n)),
              ),
            ),
            ...(index % 2 === 0
              ? [group('teilziel', '', ...steps(0, 6))]
              : [
                  group('teilziel', 'Beratung', ...steps(0, 4)),
                  group('teilziel', 'Begegnung und Teilhabe', ...steps(4, 9)),
                ]),
          ],
        };
      }),
    ],
  });

  return {
    type: 'leitbild',
    content: [
      {
        type: 'foreword',
        attrs: { ...as(), portrait: idOfBytes(mayorPicture) },
        content: [
          p('Liebe Bürgerinnen und Bürger,'),
          ...[0, 1, 2, 0, 1, 2].map((index) => p(at(PROSE, index))),
          {
            type: 'signature',
            content: [
              { type: 'signatureName', content: [text('Henrike Solbach')] },
              { type: 'signatureOffice', content: [text('Oberbürgermeisterin der Stadt Auenbrück')] },
            ],
          },
        ],
      },
      {
        type: 'foreword',
        attrs: { ...as(), portrait: idOfBytes(councilPicture) },
        content: [
          heading('Ein Wort aus dem Integrationsrat'),
          p('Sehr geehrte Damen und Herren,'),
          ...[1, 2, 0, 1, 2, 0, 1, 2, 0, 1].map((index) => p(at(PROSE, index))),
          {
            type: 'signature',
            content: [
              { type: 'signatureName', content: [text('Tarek Lindqvist')] },
              { type: 'signatureOffice', content: [text('Vorsitzender des Integrationsrates')] },
            ],
          },
        ],
      },
      ...['Präambel', 'Begriffe', 'Was wir unter Zusammenleben verstehen', 'Grundsätze'].map(
        (name, index): Chapter => ({
          type: 'chapter',
          attrs: as(),
          content: [
            heading(name),
            p([text(at(PROSE, index)), note([text('Beschluss der Stadtversammlung vom 3. März 2017.')])]),
            p([text('Gemeint ist '), text('Teilhabe', mark('strong')), text(`. ${at(PROSE, index + 1)}`)]),
            p(at(PROSE, index + 2)),
            {
              type: 'section',
              attrs: as(),
              content: [heading('Wie es weitergeht'), p(at(PROSE, index + 1)), p(at(PROSE, index))],
            },
          ],
        }),
      ),
      ...Array.from({ length: times }, (_, round) => fields(round)),
      {
        type: 'chapter',
        attrs: as(),
        content: [
          heading('Beteiligte Institutionen'),
          p('An den Beratungen haben teilgenommen:'),
          { type: 'participants', attrs: as() },
        ],
      },
    ],
  };
}
