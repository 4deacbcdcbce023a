import type { LeitbildDocument } from '../../shared/schema/document.ts';
import { createNodeMakers, link, mark, reference, text } from './node-makers.ts';
import { councilPicture, idOfBytes, mayorPicture } from './sample-pictures.ts';

/**
 * The text of an invented city with every type of node: two forewords with portraits, preface, lists in lists,
 * sections, fields in fields, labelled, empty and nested goal groups down to a third kind of goal, subpoints in
 * subpoints, footnotes in heading, goal and list, references of each form and one whose target is gone.
 */
export function sampleDocument(): LeitbildDocument {
  const { as, heading, p, note, item, sub, goal, group } = createNodeMakers();

  return {
    type: 'leitbild',
    content: [
      {
        type: 'foreword',
        attrs: { ...as('grusswort-1'), portrait: idOfBytes(mayorPicture) },
        content: [
          p('Liebe Bürgerinnen und Bürger,'),
          p(
            'Auenbrück liegt an drei Flüssen, und über jeden führen mehr Brücken, als der Verkehr verlangt. Wer hier ankommt, merkt bald, dass das Bauen von Übergängen bei uns zur Gewohnheit gehört. Dieses Leitbild ist ein weiterer.',
          ),
          p(
            'Es ist in elf Abenden und an vielen Küchentischen entstanden. Nicht jeder Satz hat alle überzeugt; aber jeder Satz ist von allen gelesen worden, und jeder Einwand hat eine Antwort erhalten.',
          ),
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
        attrs: { ...as('grusswort-2'), portrait: idOfBytes(councilPicture) },
        content: [
          heading('Ein Wort aus dem Integrationsrat'),
          p('Sehr geehrte Damen und Herren,'),
          p(
            'ein Leitbild hilft nur, wenn man es zitieren kann. Darum trägt jedes Ziel eine Nummer, und darum bleibt jede Nummer nachprüfbar.',
          ),
          {
            type: 'signature',
            content: [
              { type: 'signatureName', content: [text('Tarek Lindqvist')] },
              { type: 'signatureOffice', content: [text('Vorsitzender des Integrationsrates')] },
              { type: 'signatureOffice', content: [text('Stadt Auenbrück')] },
            ],
          },
        ],
      },
      {
        type: 'preface',
        attrs: as('vorbemerkung'),
        content: [
          heading('Wie dieses Leitbild zu lesen ist'),
          p([
            text('Ein '),
            text('Leitziel', mark('strong')),
            text(' sagt, wohin die Stadt will; ein '),
            text('Teilziel', mark('strong')),
            text(', woran man das erkennt. Was das im Einzelnen heißt, steht in '),
            text('Unterpunkten', mark('emphasis')),
            text('. Verbindlich ist der Wortlaut der Ziele, nicht die Einleitung.'),
          ]),
          {
            type: 'orderedList',
            attrs: { start: 3 },
            content: [
              item(p('Zuerst das Handlungsfeld lesen.')),
              item(
                p('Dann die Ziele vergleichen:'),
                {
                  type: 'bulletList',
                  content: [
                    item(p('nach ihrer Reichweite,')),
                    item(p('nach denen, die sie umsetzen, und'), {
                      type: 'bulletList',
                      content: [item(p('nach der Frist, die sie sich setzen.'))],
                    }),
                  ],
                },
                p('Gleiches Gewicht haben alle Felder.'),
              ),
              item(p('Zuletzt fragen, was fehlt.')),
            ],
          },
        ],
      },
      {
        type: 'chapter',
        attrs: as('haltung'),
        content: [
          heading('Unsere Haltung'),
          p([
            text('Zusammenleben gelingt, wo Menschen einander etwas zutrauen.'),
            note([
              text('Beschluss der Stadtversammlung vom 3. März 2017, nachzulesen unter '),
              text('auenbrueck.example', link('https://auenbrueck.example/beschluss?jahr=2017&nr=3')),
              text('.'),
            ]),
            text(' Wie das in der Arbeitswelt aussieht, sagt '),
            reference('feld-arbeit', 'label'),
            text(' („'),
            reference('feld-arbeit', 'title'),
            text('“); das wichtigste Ziel dort ist '),
            reference('z-t1', 'number'),
            text('. Ein früherer Abschnitt dazu ist entfallen: '),
            reference('weg', 'label'),
            text('.'),
          ]),
          {
            type: 'section',
            attrs: as('begriffe'),
            content: [
              heading([
                text('Begriffe'),
                note([text('Die Begriffe folgen dem Sprachgebrauch der Stadtverwaltung.')]),
              ]),
              p([
                text('Anschrift der Geschäftsstelle:'),
                { type: 'hardBreak' },
                text('Am Wehr 7, Auenbrück'),
              ]),
              {
                type: 'bulletList',
                content: [
                  item(
                    p([
                      text('Teilhabe', mark('strong')),
                      text(' meint Mitreden, Mitentscheiden und Mittun.'),
                    ]),
                  ),
                  item(
                    p([
                      text('Nachbarschaft', mark('strong')),
                      text(' reicht so weit, wie man einander beim Namen kennt.'),
                      note([text('Vgl. '), reference('feld-wohnen', 'label'), text('.')]),
                    ]),
                  ),
                ],
              },
              {
                type: 'section',
                attrs: as('abgrenzung'),
                content: [heading('Abgrenzung'), p('Dieses Leitbild ersetzt keinen Haushaltsplan.')],
              },
            ],
          },
        ],
      },
      {
        type: 'chapter',
        attrs: as('felder'),
        content: [
          heading('Handlungsfelder'),
          p('Die Felder stehen in der Reihenfolge, in der sie beraten worden sind.'),
          {
            type: 'actionField',
            attrs: as('feld-arbeit'),
            content: [
              heading('Arbeit und Ausbildung'),
              p('Wer arbeitet, gehört dazu; wer dazugehören will, soll arbeiten können.'),
              group(
                'leitziel',
                '',
                goal(
                  'z-l1',
                  'Alle Menschen in Auenbrück finden einen Weg in eine Arbeit, die zu ihrem Können passt und von der sie leben können.',
                ),
              ),
              group(
                'teilziel',
                'Ausbildung',
                goal('z-t1', [
                  text('Jeder Betrieb, der ausbilden will, findet in der Stadtverwaltung '),
                  text('eine', mark('emphasis')),
                  text(' Ansprechperson, die ihn bis zur Prüfung begleitet.'),
                  note([text('Gemeint sind Betriebe jeder Größe.')]),
                ]),
                goal(
                  'z-t2',
                  'Schulen und Betriebe vereinbaren gemeinsam,',
                  sub('dass jede Klasse im Jahr zwei Betriebe besucht,'),
                  sub(
                    'dass Praktika',
                    sub('ausgeschrieben und'),
                    sub('am Ende gemeinsam ausgewertet werden,'),
                  ),
                  sub('dass niemand ohne Beratung die Schule verlässt.'),
                ),
              ),
              group(
                'teilziel',
                'Anerkennung',
                goal(
                  'z-t3',
                  'Abschlüsse aus anderen Ländern werden binnen drei Monaten geprüft. Wer warten muss, erfährt den Grund.',
                ),
              ),
            ],
          },
          {
            type: 'actionField',
            attrs: as('feld-wohnen'),
            content: [
              heading('Wohnen und Nachbarschaft'),
              group(
                'leitziel',
                'Quartiere',
                goal(
                  'z-l2',
                  'Jedes Quartier hat einen Ort, an dem man sich ohne Anlass trifft.',
                  group(
                    'handlungsziel',
                    '',
                    goal(
                      'z-h1',
                      'Bis zum Ende des Jahrzehnts entsteht in jedem Stadtteil ein Nachbarschaftshaus.',
                      sub('Die Häuser werden von Vereinen geführt.'),
                      group(
                        'massnahme',
                        '',
                        goal('z-m1', 'Die Stadt stellt leer stehende Ladenräume mietfrei zur Verfügung.'),
                        goal('z-m2', 'Ein Quartiersfonds trägt die Betriebskosten der ersten drei Jahre.'),
                      ),
                    ),
                    goal('z-h2', 'Neubauten erhalten im Erdgeschoss einen Gemeinschaftsraum.'),
                  ),
                ),
                goal(
                  'z-l3',
                  'Wer eine Wohnung sucht, wird allein nach seiner Eignung als Mietpartei beurteilt.',
                ),
              ),
              group('teilziel', ''),
              {
                type: 'actionField',
                attrs: as('feld-gruen'),
                content: [
                  heading('Grün vor der Tür'),
                  group(
                    'teilziel',
                    '',
                    goal(
                      'z-t4',
                      'Kein Weg zum nächsten Baum, unter dem eine Bank steht, ist länger als fünf Minuten.',
                    ),
                  ),
                ],
              },
            ],
          },
        ],
      },
      {
        type: 'chapter',
        attrs: as('beteiligte'),
        content: [
          heading('Beteiligte Institutionen'),
          p('An den Beratungen haben teilgenommen:'),
          { type: 'participants', attrs: as() },
        ],
      },
    ],
  };
}
