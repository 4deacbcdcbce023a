import type { WarningWords } from '../words.ts';

export const germanWarnings: WarningWords = {
  'encoding-detected': ({ detail }) =>
    `Die Datei ist nicht in UTF-8 geschrieben, sondern in ${detail}; sie wurde umgewandelt.`,
  'tracked-changes-accepted': ({ detail }) =>
    `Nachverfolgte Änderungen wurden als angenommen gelesen (${detail.replace(/^\+(\d+) −(\d+)$/, '$1 eingefügt, $2 gelöscht')}).`,
  'image-left-out': ({ detail }, format) =>
    format === 'pdf'
      ? `Bilder auf Seite ${detail} wurden nicht übernommen.`
      : `Ein Bild wurde nicht übernommen${detail === '' ? '' : ` („${detail}“)`}.`,
  'table-flattened': ({ detail }) => `Eine Tabelle wurde als Absätze übernommen („${detail}“).`,
  'comment-left-out': ({ detail }) =>
    `Ein Kommentar wurde nicht übernommen${detail === '' ? '' : ` („${detail}“)`}.`,
  'footnote-without-mark': ({ detail }) =>
    `Zur Fußnote ${detail} steht kein Zeichen im Text; sie wurde ans Ende gestellt.`,
  'mark-without-footnote': ({ detail }) => `Zum Fußnotenzeichen „${detail}“ gibt es keine Fußnote.`,
  'hyphen-uncertain': ({ detail }) => `Getrenntes Wort: bitte prüfen, ob „${detail}“ richtig ist.`,
  'style-unknown': ({ detail }) =>
    `Die Formatvorlage „${detail}“ ist nicht bekannt; der Absatz wurde als Text gelesen.`,
  'no-structure-found': () => 'Es wurden weder Handlungsfelder noch Ziele gefunden.',
  'reference-unresolved': ({ detail }) => `Der Verweis „${detail}“ führt zu keiner Stelle im Text.`,
  'ocr-missing-pages': ({ detail }) =>
    `Seite ${detail} hat keinen Text, nur Bilder; vielleicht fehlt eine Texterkennung (OCR).`,
};
