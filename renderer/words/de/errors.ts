import { missingGlyphs, trackedChanges } from '../places.ts';
import type { ErrorWords } from '../words.ts';
import { germanReasons as reasons } from './reasons.ts';
import { germanRefusals } from './refusals.ts';

const list = (values: readonly string[]): string => (values.length === 0 ? '–' : values.join(', '));
const mebibytes = (bytes: number): string =>
  `${(bytes / 1024 / 1024).toLocaleString('de-DE', { maximumFractionDigits: 1 })} MB`;

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** Whether a place is empty or counts nodes, which says nothing to readers. */
const isPath = (place: string): boolean => !/^\d+$/.test(place);

export const germanErrors: ErrorWords = {
  'file-missing': ({ path }) =>
    `Die Datei „${path}“ gibt es nicht. Bitte prüfen Sie Ordner und Schreibweise.`,
  'file-unreadable': ({ path, reason }) => `„${path}“ lässt sich nicht lesen: ${reasons.reading(reason)}.`,
  'file-unwritable': ({ path, reason }) =>
    `In „${path}“ kann nicht geschrieben werden: ${reasons.writing(reason)}. Es wurde nichts geändert.`,
  'target-protected': ({ path, reason }) =>
    ({
      input: `„${path}“ wird in diesem Schritt gelesen und deshalb nicht überschrieben. Bitte wählen Sie einen anderen Namen.`,
      leitbild: `„${path}“ ist eine Leitbild-Datei und wird nicht überschrieben. Bitte wählen Sie einen anderen Namen.`,
      'not-a-file': `„${path}“ ist keine gewöhnliche Datei und wird nicht überschrieben. Bitte wählen Sie einen anderen Namen.`,
    })[reason],
  'file-empty': ({ path }) => `Die Datei „${path}“ ist leer. Es gibt nichts einzulesen.`,
  'file-too-large': ({ path, bytes, limit, unpacked = false }) =>
    unpacked
      ? `Was im Archiv „${path}“ steckt, ist zusammen zu groß (${mebibytes(bytes)} oder mehr; höchstens ${mebibytes(limit)}). Es wurde nichts übernommen. Bitte teilen Sie es auf; kommt es von Unbekannten, öffnen Sie es nicht.`
      : `Die Datei „${path}“ ist zu groß (${mebibytes(bytes)}; höchstens ${mebibytes(limit)}). Bitte teilen Sie sie auf.`,
  'file-not-text': ({ path, line, codePoint }) =>
    line === undefined
      ? `Die Datei „${path}“ enthält keinen lesbaren Text. Vielleicht ist sie beschädigt oder hat die falsche Endung. Bitte wählen Sie die Textdatei, das PDF oder das Word-Dokument.`
      : `Die Datei „${path}“ enthält in Zeile ${line} das Steuerzeichen ${codePoint ?? ''}, das in keinem Text steht. Bitte löschen Sie es dort und versuchen Sie es noch einmal.`,
  'file-format-unknown': ({ path }) =>
    `Das Format der Datei „${path}“ ist nicht bekannt. Eingelesen werden Text, PDF, Word (DOCX) und Markdown. Bitte speichern Sie die Vorlage in einem dieser Formate.`,
  'disk-full': ({ path }) =>
    `Der Datenträger mit „${path}“ ist voll. Es wurde nichts geändert. Bitte schaffen Sie Platz und versuchen Sie es noch einmal.`,
  'pdf-encrypted': ({ path }) =>
    `Das PDF „${path}“ ist verschlüsselt. Bitte speichern Sie es ohne Kennwort und versuchen Sie es noch einmal.`,
  'pdf-damaged': ({ path, reason }) =>
    `Das PDF „${path}“ ist beschädigt oder unvollständig: ${reasons.source(reason)}. Bitte besorgen Sie die Datei neu.`,
  'pdf-without-text': ({ path, pages }) =>
    `Das PDF „${path}“ enthält keinen Text, nur Bilder (${pages} Seiten). Bitte lassen Sie zuerst eine Texterkennung (OCR) darüber laufen.`,
  'docx-damaged': ({ path, reason }) =>
    `„${path}“ ist kein lesbares Word-Dokument: ${reasons.source(reason)}. Bitte öffnen Sie die Datei in dem Programm, mit dem sie gemacht wurde, und speichern Sie sie als Word-Dokument (DOCX).`,
  'docx-tracked-changes': ({ path, insertions, deletions, places }) =>
    `„${path}“ enthält nachverfolgte Änderungen (${counted(insertions, 'Einfügung', 'Einfügungen')}, ${counted(deletions, 'Löschung', 'Löschungen')}), die beim Einlesen verloren gingen:\n${trackedChanges(places, { paragraph: 'Absatz', inserted: 'eingefügt', deleted: 'gelöscht', quote: (text) => `„${text}“`, mark: 'Absatzende' })}\nBitte nehmen Sie sie in Word an oder lehnen Sie sie ab, oder lesen Sie mit „--accept-tracked-changes“ ein.`,
  'document-invalid': ({ path, place, reason }) =>
    `Der Text${path === '' ? '' : ` in „${path}“`} ist nicht gültig${isPath(place) ? '' : ` (Zeile ${place})`}: ${reasons.source(reason)}.`,
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
    `„${path}“ ist beschädigt; betroffen: ${reasons.place(place)}. Die Datei wurde nicht verändert. Bitte greifen Sie auf eine Sicherung zurück.`,
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
  'edition-alone': ({ path, hash }) =>
    `„${path}“ ist eine ausgegebene Edition; für sich allein lässt sie sich nicht prüfen. Ihre Prüfsumme ist ${hash}. Ob sie stimmt, sagt die Leitbild-Datei: leitbild verify <Datei.leitbild> --hash ${hash}`,
  'import-unknown': ({ path }) => `In „${path}“ gibt es keinen Import, der rückgängig zu machen wäre.`,
  'import-superseded': ({ path }) =>
    `Der Text in „${path}“ wurde nach dem letzten Import geändert. Der Import lässt sich nicht mehr rückgängig machen, ohne diese Änderungen zu verlieren.`,
  'import-without-goals': ({ path, goals }) =>
    `In der Vorlage wurden keine Ziele gefunden; der Text in „${path}“ hat ${goals}. Er wurde nicht ersetzt. Wenn Sie das wirklich wollen, geben Sie „--replace“ an.`,
  'asset-unknown': ({ asset }) =>
    `Ein Bild, das der Text zeigt, fehlt in der Datei (${asset.slice(0, 12)}…). Bitte fügen Sie es neu hinzu.`,
  'asset-unsupported': ({ path, reason }) =>
    `Das Bild „${path}“ kann nicht verwendet werden: ${reasons.picture(reason)}. Möglich sind PNG, JPEG und SVG.`,
  'asset-without-alternative-text': ({ path }) =>
    `Zum Bild „${path}“ fehlt der Alternativtext. Bitte beschreiben Sie kurz, was es zeigt.`,
  'register-invalid': ({ path, row, column, reason }) =>
    `In „${path}“, Zeile ${row}${column === '' ? '' : `, Spalte „${column}“`}: ${reasons.register(reason)}. Es wurde nichts übernommen.`,
  'register-format-unknown': ({ path }) =>
    `„${path}“ ist keine Tabelle, die hier gelesen oder geschrieben wird. Das Register kommt aus CSV oder Excel (XLSX) und geht dorthin; bitte speichern Sie die Tabelle in einem dieser Formate.`,
  'register-columns-missing': ({ path, columns }) =>
    `In „${path}“ fehlen die Spalten: ${list(columns)}. Die erste Zeile muss die Spaltennamen enthalten. Gelesen werden CSV und Excel (XLSX).`,
  'register-unanswered': ({ path, rows }) =>
    `In „${path}“ ${rows === 1 ? 'ähnelt eine Zeile' : `ähneln ${rows} Zeilen`} einer Institution, die schon bekannt ist. Bitte sagen Sie zu jeder, ob dieselbe gemeint ist. Es wurde nichts übernommen.`,
  'register-changed': ({ path }) =>
    `Das Register wurde geändert, seit die Vorschau zu „${path}“ gezeigt wurde. Es wurde nichts übernommen. Bitte sehen Sie die neue Vorschau an.`,
  'glyph-missing': ({ places }) =>
    `Diese Zeichen kann keine der mitgelieferten Schriften drucken:\n${missingGlyphs(places, (character) => `„${character}“`)}\nBitte ersetzen Sie sie im Text.`,
  'export-incomplete': ({ expected, found }) =>
    `Die Datei hätte ${expected} Beiträge enthalten müssen, gezählt wurden ${found}. Sie wurde deshalb nicht ausgegeben. Die Beiträge selbst sind unverändert. Bitte melden Sie diesen Fehler.`,
  'typesetting-failed': ({ reason }) =>
    `Das PDF konnte nicht gesetzt werden (${reason}). Der Text ist unverändert. Bitte melden Sie diesen Fehler.`,
  'argument-invalid': ({ argument, reason, allowed }) =>
    `Die Angabe „${argument}“ ${reasons.argument(reason, allowed)}.`,
  'worker-failed': ({ reason }) =>
    `Ein Arbeitsschritt wurde unerwartet beendet (${reason}). Es wurde nichts geändert. Bitte versuchen Sie es noch einmal.`,
  cancelled: () => 'Abgebrochen. Es wurde nichts geändert.',
  'token-missing': () =>
    'Zu dieser Anfrage gehört eine Einladung. Bitte öffnen Sie den Einladungslink, den Sie bekommen haben.',
  'token-unknown': () =>
    'Diese Einladung ist hier nicht bekannt. Bitte prüfen Sie, ob der Link vollständig ist, oder lassen Sie sich einen neuen geben.',
  'token-expired': () =>
    'Diese Einladung ist abgelaufen. Bitte lassen Sie sich von der Moderation eine neue geben.',
  'token-revoked': () =>
    'Diese Einladung gilt nicht mehr. Bitte lassen Sie sich von der Moderation eine neue geben.',
  'rate-limited': () =>
    'Von diesem Gerät kamen zu viele ungültige Anfragen. Bitte warten Sie eine Minute und versuchen Sie es noch einmal.',
  'origin-refused': () =>
    'Die Anfrage kam von einer fremden Seite oder unter einem fremden Namen und wurde abgewiesen. Bitte verwenden Sie die Adresse aus dem Einladungslink.',
  'call-unknown': ({ call }) =>
    `Der Aufruf „${call}“ ist hier nicht bekannt. Bitte bringen Sie beide Programme auf denselben Stand.`,
  'call-not-allowed': ({ call }) =>
    `Dazu berechtigt Ihre Einladung nicht („${call}“). Es wurde nichts geändert. Bitte wenden Sie sich an die Moderation.`,
  'method-not-allowed': ({ call, allowed }) => `„${call}“ nimmt nur Anfragen der Art ${allowed} an.`,
  'request-invalid': ({ place, reason }) =>
    `Die Anfrage ist nicht gültig${place === '' ? '' : ` (Angabe „${place}“)`}: ${reason}. Es wurde nichts geändert.`,
  'request-too-large': ({ limit }) =>
    `Die Anfrage ist zu groß (höchstens ${limit} Byte). Es wurde nichts geändert.`,
  'answer-invalid': ({ call }) =>
    `Die Antwort auf „${call}“ war nicht zu verstehen. Bitte prüfen Sie die Adresse und bringen Sie beide Programme auf denselben Stand.`,
  'host-unreachable': ({ url, reason }) =>
    `Unter „${url}“ antwortet kein Leitbild-Dienst (${reasons.network(reason)}). Bitte prüfen Sie die Adresse und ob der Dienst läuft.`,
  'host-running': ({ path }) =>
    `„${path}“ ist gerade geöffnet, vermutlich von „leitbild serve“ oder der Anwendung. Beenden Sie diese, oder wenden Sie sich an den laufenden Dienst: Rufen Sie den Befehl noch einmal mit „--host <Adresse>“ und „--secret-file <Datei>“ (oder LEITBILD_SECRET) auf; beides nennt „leitbild serve“ beim Start.`,
  'host-failed': () =>
    'Im Dienst ist ein unerwarteter Fehler aufgetreten; Näheres steht in seinem Protokoll. Bitte versuchen Sie es noch einmal.',
  'institution-bound': ({ reason }) =>
    `Diese Institution kann nicht aus dem Register gelöscht werden: ${
      {
        spoken: 'Sie hat schon etwas eingereicht.',
        written: 'Ihre Delegierten haben Entwürfe angefangen.',
        invited: 'Für sie wurde jemand eingeladen.',
        merged: 'Eine andere Institution ist in ihr aufgegangen.',
      }[reason]
    } Sie können sie stattdessen austragen.`,
  'merge-impossible': ({ reason }) =>
    ({
      unknown: 'Eine der beiden Institutionen steht nicht mehr im Register. Es wurde nichts geändert.',
      same: 'Eine Institution kann nicht in sich selbst aufgehen. Es wurde nichts geändert.',
      'not-taking-part':
        'Eine der beiden Institutionen nimmt nicht mehr teil oder ist schon in einer anderen aufgegangen. Es wurde nichts geändert.',
    })[reason],
  'institution-unknown': ({ institution }) =>
    `Eine Institution „${institution}“ steht nicht im Register. Bitte prüfen Sie die Kennung oder nehmen Sie sie zuerst auf.`,
  'invitation-unknown': ({ invitation }) =>
    `Eine Einladung „${invitation}“ gibt es nicht. „leitbild status“ zeigt alle Einladungen.`,
  'invitation-revoked': ({ invitation }) =>
    `Die Einladung „${invitation}“ ist widerrufen. Bitte stellen Sie eine neue aus.`,
  'listener-failed': ({ address, reason }) =>
    `Unter „${address}“ kann nicht gelauscht werden (${reasons.network(reason)}). Bitte wählen Sie einen anderen Port oder beenden Sie das Programm, das ihn belegt.`,
  'sharing-already': ({ url }) => `Die Freigabe dieses Leitbilds läuft schon, unter ${url}.`,
  'text-locked': () =>
    'Der Text ist gesperrt und wurde nicht geändert. Bitte heben Sie zuerst die Sperre auf.',
  'upload-unknown': () =>
    'Die hochgeladene Datei liegt nicht mehr bereit. Bitte wählen Sie sie noch einmal aus.',
  'download-unknown': () => 'Diese Datei liegt nicht mehr bereit. Bitte lassen Sie sie noch einmal ausgeben.',
  'transfers-full': ({ what }) =>
    what === 'uploads'
      ? 'Es warten schon zu viele hochgeladene Dateien. Bitte übernehmen Sie erst eine davon, oder warten Sie eine halbe Stunde.'
      : 'Es liegen schon zu viele Dateien zum Abholen bereit. Bitte warten Sie einige Minuten und versuchen Sie es noch einmal.',
  'jobs-too-many': ({ limit }) =>
    `Es laufen schon ${limit} Vorgänge. Bitte warten Sie, bis einer fertig ist, oder brechen Sie einen ab.`,
  'job-unknown': () => 'Dieser Vorgang ist nicht mehr bekannt. Bitte beginnen Sie ihn noch einmal.',
  'plan-unknown': () =>
    'Diese Übernahme ist nicht mehr vorbereitet. Bitte wählen Sie die Datei noch einmal aus. Am Text wurde nichts geändert.',
  'block-unknown': ({ block }) =>
    `Die Vorlage hat keinen Abschnitt „${block}“, der umgeordnet werden könnte. Bitte bereiten Sie die Übernahme noch einmal vor.`,
  'moment-unknown': () =>
    'Diesen Stand des Textes gibt es in der Versionsgeschichte nicht mehr. Von älteren Tagen wird nur der letzte Stand aufbewahrt; bitte wählen Sie einen anderen.',
  'workspace-follows': ({ path, base }) =>
    `„${path}“ ist Ihre eigene Fassung eines Leitbilds, das unter ${base} geführt wird. Das geht nur dort, oder Ihre Einladung reicht dafür nicht. Es wurde nichts geändert.`,
  'workspace-follows-nobody': ({ path }) =>
    `„${path}“ ist mit keinem anderen Rechner verbunden. Mit einem Einladungslink geht das so: leitbild join <Link> --into <Datei>`,
  'upstream-foreign': ({ base }) =>
    `Unter ${base} liegt ein anderes Leitbild als in dieser Datei. Es wurde nichts ausgetauscht. Bitte prüfen Sie den Link, oder legen Sie mit ihm eine neue Datei an.`,
  'certificate-unexpected': ({ url }) =>
    `Unter „${url}“ antwortet ein Rechner mit einem anderen Zertifikat als erwartet. Es wurde nichts gesendet. Bitte lassen Sie sich von der Moderation einen neuen Einladungslink geben.`,
  'sync-incomplete': ({ rooms }) =>
    `Nicht alles ließ sich austauschen (${list(rooms)}). Was zurückgelegt wurde, ist in der Datei und geht nicht verloren.`,
  'refusal-unknown': ({ refusal }) => `Zurückgelegte Änderungen mit der Nummer ${refusal} gibt es nicht.`,
  'round-unknown': () => 'Diese Beteiligungsrunde gibt es nicht mehr. Bitte laden Sie die Ansicht neu.',
  'round-open': () =>
    'Es läuft schon eine Beteiligungsrunde. Bitte schließen Sie diese zuerst; danach können Sie die nächste öffnen.',
  'round-begun': () =>
    'Diese Runde war schon geöffnet. Wonach gefragt wurde, lässt sich nicht mehr ändern. Bitte legen Sie dafür eine neue Runde an.',
  'contribution-unknown': () => 'Diesen Beitrag gibt es hier nicht. Es wurde nichts geändert.',
  'round-changed': () =>
    'Jemand anders hat diese Runde inzwischen geändert. Ihre Angaben wurden nicht gespeichert. Bitte sehen Sie sich an, was jetzt gilt, und speichern Sie dann noch einmal.',
  'contribution-refused': ({ reason }) =>
    `Der Beitrag wurde nicht aufgenommen. ${germanRefusals[reason]} Ihre Eingabe bleibt stehen.`,
  'decision-unknown': () => 'Diese Abwägung gibt es hier nicht. Es wurde nichts geändert.',
  'decision-superseded': () =>
    'Über diesen Beitrag hat inzwischen jemand anders entschieden. Ihre Entscheidung wurde nicht gespeichert. Bitte sehen Sie sich an, was jetzt gilt, und entscheiden Sie dann neu.',
  'wording-outdated': () =>
    'Der Text an dieser Stelle wurde inzwischen geändert. Es wurde nichts übernommen. Bitte vergleichen Sie den Vorschlag mit dem neuen Wortlaut.',
  'wording-not-applicable': ({ reason }) =>
    ({
      blocks:
        'Dieser Wortlaut lässt sich nicht von selbst einsetzen, weil er die Absätze anders aufteilt. Bitte ändern Sie den Text von Hand und halten Sie die Entscheidung danach fest.',
      needed:
        'Diese Worte lassen sich hier nicht von selbst streichen, weil die Stelle nicht ohne sie bestehen kann. Bitte ändern Sie den Text von Hand und halten Sie die Entscheidung danach fest.',
      overlap:
        'Zwei der Wortlaute betreffen dieselben Worte. Es wurde nichts übernommen. Bitte wählen Sie einen davon aus oder übernehmen Sie sie nacheinander.',
      characters:
        'Dieser Wortlaut enthält Zeichen, die im Text nicht stehen können. Bitte schreiben Sie ihn neu.',
      'too-long':
        'Diese Stelle ist zu lang, um sie auf einmal zu ändern. Bitte ändern Sie den Text von Hand und halten Sie die Entscheidung danach fest.',
    })[reason],
  'workshop-unknown': () => 'Dieses Arbeitstreffen gibt es nicht mehr. Bitte wählen Sie ein anderes.',
  'package-damaged': ({ path, place }) =>
    place === 'format'
      ? `„${path}“ ist keine Antwort und kein Paket der Leitbild-Werkstatt. Es wurde nichts übernommen. Bitte prüfen Sie, ob es die richtige Datei ist.`
      : place === 'kind'
        ? `„${path}“ ist ein Paket, wo eine Antwort gebraucht wird, oder umgekehrt. Es wurde nichts übernommen. Bitte wählen Sie die richtige Datei.`
        : `„${path}“ ist unvollständig oder beschädigt. Es wurde nichts übernommen. Bitte lassen Sie sich die Datei noch einmal schicken.`,
  'package-newer': ({ path }) =>
    `„${path}“ stammt von einer neueren Version der Leitbild-Werkstatt. Es wurde nichts übernommen. Bitte aktualisieren Sie das Programm.`,
  'package-unsigned': ({ path, kind }) =>
    kind === 'round'
      ? `„${path}“ trägt keine gültige Unterschrift des Leitbilds: Die Datei wurde nach dem Verschicken verändert. Es wurde nichts geöffnet. Bitte lassen Sie sich das Paket von der Moderation noch einmal schicken.`
      : `„${path}“ trägt keine gültige Unterschrift der Institution: Die Datei wurde verändert, oder sie gehört nicht zu einem Paket von hier. Es wurde nichts übernommen. Bitte fragen Sie bei der Institution nach.`,
  'package-foreign': ({ path, reason }) =>
    ({
      leitbild: `„${path}“ gehört zu einem anderen Leitbild. Es wurde nichts übernommen. Bitte lesen Sie die Antwort in dem Leitbild ein, aus dem das Paket verschickt wurde.`,
      institution: `„${path}“ spricht für eine andere Institution als die, an die das Paket ging. Es wurde nichts übernommen. Bitte fragen Sie bei der Institution nach.`,
      round: `„${path}“ antwortet auf ein Paket, das nicht aus dieser Datei verschickt wurde, vielleicht aber aus einer Kopie von ihr. Es wurde nichts übernommen. Bitte lesen Sie die Antwort in der Datei ein, aus der das Paket kam, oder schicken Sie der Institution ein neues Paket.`,
    })[reason],
  'package-withdrawn': ({ path }) =>
    `Zurückgezogener Schlüssel: „${path}“ antwortet auf ein Paket, das gesperrt wurde. Es wurde nichts übernommen. Ist die Antwort echt, schicken Sie der Institution ein neues Paket.`,
  'contributions-closed': () =>
    'Beiträge sind gerade geschlossen, oder sie gehören zu einer anderen Institution. Die zurückgelegten Änderungen bleiben erhalten; bitte versuchen Sie es in der nächsten Runde.',
};
