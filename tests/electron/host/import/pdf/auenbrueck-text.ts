import type { PrintedBlock, PrintedText } from './leitbild-fodt.ts';

const heading = (level: 1 | 2 | 3, text: string, newPage = false): PrintedBlock => ({
  type: 'heading',
  level,
  text,
  newPage,
});
const p = (text: string): PrintedBlock => ({ type: 'paragraph', text });
const goal = (text: string): PrintedBlock => ({ type: 'item', depth: 1, text });
const sub = (text: string): PrintedBlock => ({ type: 'item', depth: 2, text });

/** Text of an invented city in the shape that municipal brochures have; soft hyphens show where words may break. */
export const auenbrueck: PrintedText = {
  title: 'Leitbild Zusammenleben',
  header: 'Leitbild Zusammenleben – Fortschreibung 2021',
  footer: 'Stadt Auenbrück · Seite',
  notes: {
    rat: 'Der Rat der Stadt Auenbrück hat die Zahlen im Jahr 2020 zur Kenntnis genommen; sie stammen aus dem Melderegister und werden alle zwei Jahre fortgeschrieben.',
    wir: 'Mit „Wir“ ist die ganze Stadtgesellschaft gemeint.',
    runde: 'Die Runde tagt viermal im Jahr, siehe https://example.org/auenbrueck/runde.',
  },
  blocks: [
    heading(1, '1 Vorrede'),
    p(
      'In Auenbrück leben 48.300 Menschen aus über neunzig Ländern.{{rat}} Wir{{wir}} verstehen diese Viel\u00adfalt als Auf\u00adgabe und als Gewinn zugleich, denn eine Stadt an drei Flüs\u00adsen hat immer schon vom Kommen und Gehen gelebt. Wer hier an\u00adkommt, findet Brücken, und wer bleibt, baut an ihnen weiter. So ist über Jahr\u00adzehnte eine Stadt\u00adgesell\u00adschaft ent\u00adstanden, die sich ihrer Unter\u00adschiede bewusst ist und doch ge\u00adlernt hat, ge\u00admeinsam zu ent\u00adscheiden.',
    ),
    p(
      'Dieses Leitbild ist in elf Abenden und an vielen Küchen\u00adtischen ent\u00adstanden. Nicht jeder Satz hat alle über\u00adzeugt; aber jeder Satz ist von allen ge\u00adlesen worden, und jeder Ein\u00adwand hat eine Ant\u00adwort er\u00adhalten. Die Kinder- und Jugend\u00adhilfe war ebenso be\u00adteiligt wie die Hand\u00adwerks\u00adbetriebe, die Kirchen\u00adgemeinden, die Moschee\u00advereine und die Sport\u00advereine der Stadt.',
    ),
    heading(1, '2 Ziele', true),
    p('Die Ziele gelten für fünf Jahre. Danach werden sie ge\u00adprüft und fort\u00adgeschrieben.'),
    heading(
      2,
      '2.1 Arbeit und Ausbildung: Chancen für alle, die hier leben, lernen und arbeiten wollen, unabhängig von ihrer Herkunft',
    ),
    heading(3, 'Leitziele'),
    goal(
      'Wir öffnen die Ver\u00adwaltung für Be\u00adwerbungen aus allen Gruppen der Stadt\u00adgesell\u00adschaft und achten auf faire Aus\u00adwahl\u00adver\u00adfahren.',
    ),
    goal('Be\u00adtriebe und Schulen arbeiten zu\u00adsammen.'),
    heading(3, 'Teilziele Ausbildung'),
    goal('Wir richten eine Runde der Aus\u00adbildungs\u00adbetriebe ein.{{runde}}'),
    sub(
      'Sie berät Be\u00adtriebe, die zum ersten Mal aus\u00adbilden, und ver\u00admittelt Paten\u00adschaften zwischen er\u00adfahrenen und neuen Aus\u00adbilderinnen und Aus\u00adbildern.',
    ),
    sub('Sie be\u00adrichtet dem Rat.'),
    goal('Sprach\u00adkurse finden auch am Arbeits\u00adplatz statt.'),
    heading(2, '2.2 Wohnen'),
    heading(3, 'Leitziele'),
    ...Array.from({ length: 14 }, (_, index) =>
      goal(
        `Ziel ${String(index + 1)}: Wir achten bei der Ver\u00adgabe von Woh\u00adnungen im Quar\u00adtier ${String(index + 1)} auf Misch\u00adung, auf kurze Wege zu Schulen und Läden und auf Räume, in denen sich Nach\u00adbarinnen und Nach\u00adbarn ohne Ver\u00adpflichtung treffen können, auch abends und an den Wochen\u00adenden.`,
      ),
    ),
    heading(1, '3 Beteiligte', true),
    ...[
      'Amt für Brücken',
      'Bürgerverein Oberau e.V.',
      'Handwerkskammer Auenbrück',
      'Sportbund der Drei Flüsse e.V.',
    ].map(p),
  ],
};
