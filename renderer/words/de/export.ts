import type { ExportFormat } from '../../../shared/api/export-calls.ts';

const formats: Readonly<Record<ExportFormat, { readonly name: string; readonly text: string }>> = {
  pdf: {
    name: 'PDF',
    text: 'Zum Veröffentlichen und Drucken: barrierefrei, mit Inhaltsverzeichnis und Impressum.',
  },
  workingcopy: {
    name: 'Arbeitsfassung',
    text: 'PDF mit Zeilennummern und Rand für Notizen, für Sitzungen und Arbeitstreffen.',
  },
  docx: { name: 'Word', text: 'Zum Weiterbearbeiten in Word oder LibreOffice.' },
  html: { name: 'Webseite', text: 'Eine einzelne, barrierefreie HTML-Datei für das Internet.' },
  md: {
    name: 'Markdown',
    text: 'Einfacher Text mit Auszeichnungen; lässt sich unverändert wieder einlesen.',
  },
  json: {
    name: 'JSON',
    text: 'Alle Daten mit Kennungen, für Prüfung und Weiterverarbeitung durch Programme.',
  },
};

/** What the dialog says by which a text is given out. */
export const germanExport = {
  title: 'Exportieren',
  source: 'Was soll exportiert werden?',
  draft: 'Entwurf, wie er jetzt ist',
  edition: (label: string) => `Edition ${label}`,
  format: 'In welchem Format?',
  formats,
  start: 'Exportieren',
  cancel: 'Abbrechen',
  close: 'Schließen',
  done: 'Fertig',
  running: 'Wird exportiert',
  phases: {
    waiting: 'Wartet',
    loading: 'Satz wird vorbereitet',
    checking: 'Zeichen werden geprüft',
    typesetting: 'Seiten werden gesetzt',
    writing: 'Datei wird geschrieben',
  } as Readonly<Record<string, string>>,
  finished: (name: string, size: string) => `„${name}“ ist fertig (${size}).`,
  savedTo: (path: string) => `Gespeichert in „${path}“.`,
  inDownloads: 'Der Browser legt die Datei in den Ordner für Downloads.',
  notSaved: 'Die Datei wurde noch nicht gespeichert.',
  save: 'Speichern …',
  showInFolder: 'Im Ordner zeigen',
  another: 'Noch etwas exportieren',
  nothing: 'Für Sie gibt es hier noch nichts zu exportieren: Es ist noch keine Edition veröffentlicht.',
  glyphs: 'Diese Zeichen lassen sich nicht drucken',
  glyphsHelp:
    'Keine der mitgelieferten Schriften enthält sie. Bitte ersetzen Sie sie im Text; der Text selbst ist unverändert.',
  jump: (place: string) => `Zur Stelle: ${place}`,
  failed: 'Der Export ist nicht gelungen',
};
