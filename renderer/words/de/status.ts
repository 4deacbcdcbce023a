import type { CloseReason } from '../../../shared/host/close-reasons.ts';
import type { Role } from '../../../shared/rights/rights.ts';

const refusals: Readonly<Record<CloseReason, { readonly title: string; readonly text: string }>> = {
  'token-unknown': {
    title: 'Dieses Fenster gehört nicht mehr zu der Datei',
    text: 'Das Programm wurde inzwischen neu gestartet, oder Ihre Einladung wurde durch eine neue ersetzt. Bitte öffnen Sie die Datei oder den neuen Link noch einmal.',
  },
  'token-expired': {
    title: 'Ihre Einladung ist abgelaufen',
    text: 'Sie können den Text hier noch lesen. Bitte lassen Sie sich von der Moderation eine neue Einladung geben.',
  },
  revoked: {
    title: 'Ihre Einladung gilt nicht mehr',
    text: 'Die Moderation hat sie zurückgenommen. Sie können den Text hier noch lesen, Änderungen werden nicht mehr übernommen.',
  },
  'room-unknown': {
    title: 'Diesen Text gibt es auf dem Host nicht',
    text: 'Bitte öffnen Sie den Einladungslink noch einmal, oder fragen Sie die Moderation.',
  },
  'room-locked': {
    title: 'Der Text wird neu gelesen',
    text: 'Die Moderation hat den Text gesperrt oder ersetzt.',
  },
  'message-invalid': {
    title: 'Host und Fenster verstehen sich nicht',
    text: 'Bitte laden Sie das Fenster neu. Hilft das nicht, bringen Sie beide Programme auf denselben Stand.',
  },
  'client-too-old': {
    title: 'Dieses Fenster ist älter als der Host',
    text: 'Bitte laden Sie das Fenster neu, oder installieren Sie die neue Version.',
  },
  'host-too-old': {
    title: 'Der Host ist älter als dieses Fenster',
    text: 'Bitte bitten Sie die Moderation, das Programm zu aktualisieren.',
  },
  'too-large': {
    title: 'Die letzte Änderung war zu groß',
    text: 'Der Host nimmt sie nicht an. Bitte sichern Sie sich Ihren Text, laden Sie das Fenster neu und fügen Sie ihn in kleineren Teilen ein.',
  },
  'rate-limited': {
    title: 'Zu viele Änderungen auf einmal',
    text: 'Der Host macht eine Pause und meldet sich gleich wieder.',
  },
  'client-id-taken': {
    title: 'Unter Ihrer Kennung schreibt schon jemand',
    text: 'Ihr Text bleibt hier erhalten; es wird von selbst weiter versucht. Hilft das nicht, kopieren Sie ihn und laden Sie das Fenster neu.',
  },
  'storage-failed': {
    title: 'Die Datei kann gerade nicht geschrieben werden',
    text: 'Sie können weiterschreiben; sobald es wieder geht, wird alles nachgeholt.',
  },
};

const roles: Readonly<Record<Role, string>> = {
  moderator: 'Moderation',
  editor: 'Redaktion',
  delegate: 'Delegierte',
  reader: 'Lesend',
};

const savedOnDevice = 'Gesichert auf diesem Gerät';
const savedOnHost = 'Auf dem Host gesichert';
const saving = 'Wird gesichert …';

/** What the line below the text and the notices above it say. */
export const germanStatus = {
  label: 'Zustand',
  savedOnDevice,
  savedOnHost,
  saving,
  loading: 'Text wird geladen …',
  offline: (changes: number): string =>
    changes === 0
      ? 'Offline'
      : `Offline – ${changes === 1 ? '1 Änderung liegt' : `${changes} Änderungen liegen`} auf diesem Gerät`,
  offlineWindow: (changes: number): string =>
    changes === 0
      ? 'Keine Verbindung zur Datei'
      : `Keine Verbindung – ${changes === 1 ? '1 Änderung wartet' : `${changes} Änderungen warten`} in diesem Fenster`,
  refused: 'Getrennt',
  storageFailed: 'Nicht gesichert',
  back: 'Wieder verbunden.',
  roles,
  roleOf: (role: string, institution: string): string =>
    institution === '' ? role : `${role}, ${institution}`,
  locked: 'Text gesperrt',
  zoom: (percent: number): string => `${percent} %`,
  zoomLabel: (percent: number): string => `Größe des Textes: ${percent} Prozent. Zurücksetzen`,
  zoomIn: 'Text vergrößern',
  zoomOut: 'Text verkleinern',
  joined: (who: string): string => `${who} ist jetzt da.`,
  left: (who: string): string => `${who} ist gegangen.`,
  nowLocked: 'Die Moderation hat den Text gesperrt. Er kann jetzt nur gelesen werden.',
  lockedBanner: {
    title: 'Der Text ist gesperrt',
    moderator: 'Niemand kann ihn ändern, auch Sie nicht, bis er wieder geöffnet wird.',
    others:
      'Die Moderation hat ihn gesperrt. Sie können ihn lesen; schreiben geht wieder, sobald er geöffnet wird.',
    unlock: 'Text wieder öffnen',
  },
  vainKeys: {
    locked: 'Der Text ist gesperrt. Was Sie tippen, wird nicht übernommen.',
    reads: 'Sie lesen hier mit. Den Text ändern können nur Moderation und Redaktion.',
  },
  nowOpen: 'Der Text ist wieder offen.',
  hostGone: {
    title: 'Der Host antwortet nicht',
    guestWrites:
      'Sie können weiterschreiben; Ihre Änderungen liegen auf diesem Gerät und gehen hinüber, sobald er wieder antwortet. Lassen Sie diese Seite geöffnet: Ohne ihn lässt sie sich nicht noch einmal öffnen.',
    guestUnsent:
      'Kommt er nicht wieder, sichern Sie Ihre Änderungen und bitten Sie die Moderation um einen neuen Link.',
    givenUp:
      'Der Teil des Programms, der speichert, ist mehrmals abgebrochen und läuft nicht mehr. Lassen Sie dieses Fenster geöffnet und wählen Sie in der Meldung „Neu starten“: Dann wird alles gesichert.',
    windowWrites:
      'Sie können weiterschreiben; lassen Sie dieses Fenster geöffnet. Sobald das Programm wieder läuft, wird alles gesichert.',
    reads: 'Sie können weiterlesen. Neues erscheint, sobald die Verbindung wieder da ist.',
  },
  storage: {
    title: 'Die Datei kann gerade nicht geschrieben werden',
    text: 'Der Datenträger ist voll oder abgezogen, oder die Datei liegt nicht mehr an ihrem Platz. Was Sie jetzt schreiben, steht nur in diesem Fenster: Lassen Sie es geöffnet. Sobald es wieder geht, wird alles nachgeholt.',
  },
  refusals,
  reload: 'Neu laden',
  ownCopy: 'Meinen Text kopieren',
  copyTitle: 'Ihr Text von diesem Fenster',
  notTaken: {
    title: 'Nicht alles wurde übernommen',
    locked: 'Der Text wurde gesperrt, während Sie schrieben. Diese Änderungen sind noch nicht beim Host:',
    replaced: 'Der Text wurde ersetzt, während Sie schrieben. Diese Änderungen stehen nicht mehr darin:',
    help: 'Kopieren Sie, was Sie brauchen. Sobald der Text wieder offen ist, können Sie es einfügen.',
    copyAll: 'Alles kopieren',
    done: 'Ich habe, was ich brauche',
    removed: 'Gelöscht',
    whole: 'Ihr Wortlaut',
    reread: 'Der Text wurde neu gelesen.',
  },
};
