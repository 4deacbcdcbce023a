import type { ErrorWords } from '../words.ts';

const list = (values: readonly string[]): string => (values.length === 0 ? '–' : values.join(', '));
const mebibytes = (bytes: number): string =>
  `${(bytes / 1024 / 1024).toLocaleString('de-DE', { maximumFractionDigits: 1 })} MB`;

export const germanErrors: ErrorWords = {
  'file-missing': ({ path }) =>
    `Die Datei „${path}“ gibt es nicht. Bitte prüfen Sie Ordner und Schreibweise.`,
  'file-unreadable': ({ path, reason }) =>
    `Die Datei „${path}“ lässt sich nicht lesen (${reason}). Bitte prüfen Sie, ob Sie darauf zugreifen dürfen.`,
  'file-unwritable': ({ path, reason }) =>
    `In „${path}“ kann nicht geschrieben werden (${reason}). Es wurde nichts geändert. Bitte wählen Sie einen Ordner, in dem Sie schreiben dürfen.`,
  'file-empty': ({ path }) => `Die Datei „${path}“ ist leer. Es gibt nichts einzulesen.`,
  'file-too-large': ({ path, bytes, limit }) =>
    `Die Datei „${path}“ ist zu groß (${mebibytes(bytes)}; höchstens ${mebibytes(limit)}). Bitte teilen Sie sie auf.`,
  'file-not-text': ({ path, offset }) =>
    `Die Datei „${path}“ enthält keinen Text (ab Byte ${offset} stehen Binärdaten). Bitte wählen Sie die Textdatei, das PDF oder das Word-Dokument.`,
  'file-format-unknown': ({ path }) =>
    `Das Format der Datei „${path}“ ist nicht bekannt. Eingelesen werden Text, PDF, Word (DOCX) und Markdown.`,
  'disk-full': ({ path }) =>
    `Der Datenträger mit „${path}“ ist voll. Es wurde nichts geändert. Bitte schaffen Sie Platz und versuchen Sie es noch einmal.`,
  'pdf-encrypted': ({ path }) =>
    `Das PDF „${path}“ ist verschlüsselt. Bitte speichern Sie es ohne Kennwort und versuchen Sie es noch einmal.`,
  'pdf-damaged': ({ path, reason }) =>
    `Das PDF „${path}“ ist beschädigt oder unvollständig (${reason}). Bitte besorgen Sie die Datei neu.`,
  'pdf-without-text': ({ path, pages }) =>
    `Das PDF „${path}“ enthält keinen Text, nur Bilder (${pages} Seiten). Bitte lassen Sie zuerst eine Texterkennung (OCR) darüber laufen.`,
  'docx-damaged': ({ path, reason }) =>
    `„${path}“ ist kein lesbares Word-Dokument (${reason}). Bitte öffnen Sie es in Word und speichern Sie es neu als DOCX.`,
  'docx-tracked-changes': ({ path, insertions, deletions, places }) =>
    `„${path}“ enthält nachverfolgte Änderungen (${insertions} Einfügungen, ${deletions} Löschungen), die beim Einlesen verloren gingen: ${list(places)}. Bitte nehmen Sie sie in Word an oder lehnen Sie sie ab, oder lesen Sie mit „--accept-tracked-changes“ ein.`,
  'document-invalid': ({ path, place, reason }) =>
    `Der Text${path === '' ? '' : ` in „${path}“`} ist nicht gültig${place === '' ? '' : ` (Stelle ${place})`}: ${reason}.`,
  'profile-invalid': ({ path, place, reason }) =>
    `Das Profil „${path}“ ist nicht gültig${place === '' ? '' : ` (Angabe „${place}“)`}: ${reason}.`,
  'profile-unknown': ({ profile, known }) =>
    `Das Profil „${profile}“ gibt es nicht. Mitgeliefert sind: ${list(known)}. Sie können auch den Pfad einer Profildatei angeben.`,
  'profile-mismatch': ({ kind, place }) =>
    `Der Text verwendet Ziele der Art „${kind}“ (bei ${place}), die das Profil so nicht vorsieht. Bitte ergänzen Sie das Profil oder ordnen Sie diese Ziele um.`,
  'workspace-missing': ({ path }) =>
    `Die Leitbild-Datei „${path}“ gibt es nicht. Bitte prüfen Sie Ordner und Schreibweise.`,
  'workspace-exists': ({ path }) =>
    `„${path}“ gibt es schon. Bitte wählen Sie einen anderen Namen; die vorhandene Datei bleibt, wie sie ist.`,
  'workspace-in-use': ({ path }) =>
    `„${path}“ ist gerade in einem anderen Programm geöffnet. Bitte schließen Sie es dort und versuchen Sie es noch einmal.`,
  'workspace-foreign': ({ path }) =>
    `„${path}“ ist keine Leitbild-Datei. Bitte wählen Sie eine Datei mit der Endung „.leitbild“.`,
  'workspace-newer': ({ path, found, supported }) =>
    `„${path}“ wurde mit einer neueren Version geschrieben (Dateiversion ${found}, dieses Programm kennt ${supported}). Bitte aktualisieren Sie das Programm; die Datei bleibt unverändert.`,
  'workspace-damaged': ({ path, place }) =>
    `„${path}“ ist beschädigt (${place}). Die Datei wurde nicht verändert. Bitte greifen Sie auf eine Sicherung zurück.`,
  'workspace-read-only': ({ path }) =>
    `„${path}“ ist schreibgeschützt. Bitte kopieren Sie die Datei an einen Ort, an dem Sie schreiben dürfen.`,
  'update-invalid': ({ room, reason }) =>
    `Eine Änderung im Raum „${room}“ ist beschädigt (${reason}). Sie wurde nicht übernommen.`,
  'text-empty': ({ path }) =>
    `Der Text${path === '' ? '' : ` in „${path}“`} ist leer. Bitte lesen Sie zuerst einen Text ein.`,
  'edition-exists': ({ label }) =>
    `Die Edition „${label}“ gibt es schon, und Editionen ändern sich nicht. Bitte wählen Sie eine andere Bezeichnung.`,
  'edition-unknown': ({ label, known }) =>
    `Eine Edition „${label}“ gibt es nicht. Vorhanden: ${list(known)}.`,
  'edition-changed': ({ label, expected, found }) =>
    `Die Edition „${label}“ ist nicht mehr, was festgeschrieben wurde: Prüfsumme ${found} statt ${expected}. Bitte greifen Sie auf eine Sicherung zurück und geben Sie diese Fassung nicht weiter.`,
  'hash-unmatched': ({ hash }) =>
    `Keine Edition dieser Datei hat die Prüfsumme ${hash}. Das geprüfte Dokument gehört zu einer anderen Fassung oder wurde verändert.`,
  'import-unknown': ({ path }) => `In „${path}“ gibt es keinen Import, der rückgängig zu machen wäre.`,
  'import-superseded': ({ path }) =>
    `Der Text in „${path}“ wurde nach dem letzten Import geändert. Der Import lässt sich nicht mehr rückgängig machen, ohne diese Änderungen zu verlieren.`,
  'asset-unknown': ({ asset }) =>
    `Ein Bild, das der Text zeigt, fehlt in der Datei (${asset.slice(0, 12)}…). Bitte fügen Sie es neu hinzu.`,
  'asset-unsupported': ({ path, reason }) =>
    `Das Bild „${path}“ kann nicht verwendet werden (${reason}). Möglich sind PNG, JPEG und SVG.`,
  'asset-without-alternative-text': ({ path }) =>
    `Zum Bild „${path}“ fehlt der Alternativtext. Bitte beschreiben Sie kurz, was es zeigt.`,
  'register-invalid': ({ path, row, column, reason }) =>
    `In „${path}“, Zeile ${row}, Spalte „${column}“, steht ein ungültiger Wert (${reason}). Es wurde nichts übernommen.`,
  'register-columns-missing': ({ path, columns }) =>
    `In „${path}“ fehlen die Spalten: ${list(columns)}. Die erste Zeile muss die Spaltennamen enthalten.`,
  'glyph-missing': ({ places }) =>
    `Diese Zeichen kann keine der mitgelieferten Schriften drucken:\n${places
      .map(({ character, codePoint, place }) => `  „${character}“ (${codePoint}) – ${place}`)
      .join('\n')}\nBitte ersetzen Sie sie im Text.`,
  'typesetting-failed': ({ reason }) =>
    `Das PDF konnte nicht gesetzt werden (${reason}). Der Text ist unverändert. Bitte melden Sie diesen Fehler.`,
  'argument-invalid': ({ argument, reason }) => `Die Angabe „${argument}“ ist nicht gültig: ${reason}.`,
  'worker-failed': ({ reason }) =>
    `Ein Arbeitsschritt wurde unerwartet beendet (${reason}). Es wurde nichts geändert. Bitte versuchen Sie es noch einmal.`,
  cancelled: () => 'Abgebrochen. Es wurde nichts geändert.',
};
