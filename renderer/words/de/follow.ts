import type { FollowReason } from '../../../shared/api/replica-calls.ts';
import type { Role } from '../../../shared/rights/rights.ts';
import type { RoomName } from '../../../shared/rooms/rooms.ts';
import type { Following, FollowWords } from '../follow-words.ts';

const reasons: Readonly<Record<FollowReason, string>> = {
  'token-unknown': 'Ihre Einladung ist dort nicht bekannt. Bitte lassen Sie sich eine neue geben.',
  'token-expired': 'Ihre Einladung ist abgelaufen. Bitte lassen Sie sich eine neue geben.',
  revoked: 'Ihre Einladung wurde widerrufen. Bitte wenden Sie sich an die Moderation.',
  'room-unknown': 'Dort gibt es diesen Teil nicht. Bitte bringen Sie beide Programme auf denselben Stand.',
  'room-locked': 'Die Moderation hat das Schreiben gerade gesperrt.',
  'message-invalid': 'Die Verbindung wurde wegen einer unverständlichen Nachricht beendet.',
  'client-id-taken':
    'Dort schreibt schon jemand unter derselben Kennung. Es wird von selbst wieder versucht.',
  'client-too-old': 'Dieses Programm ist zu alt. Bitte aktualisieren Sie es.',
  'host-too-old': 'Das Programm auf der anderen Seite ist zu alt.',
  'too-large': 'Eine Änderung ist zu groß für die andere Seite.',
  'rate-limited': 'Die andere Seite hat gerade zu viel zu tun. Es wird von selbst wieder versucht.',
  'storage-failed': 'Eine der beiden Dateien lässt sich gerade nicht schreiben.',
  unreachable: 'Die andere Seite ist gerade nicht erreichbar. Es wird von selbst wieder versucht.',
  'certificate-unexpected':
    'Dort antwortet ein Rechner mit einem anderen Zertifikat als erwartet; es wird nichts gesendet. Bitte lassen Sie sich einen neuen Einladungslink geben.',
  'invalid-answer': 'Die Antwort war nicht zu verstehen.',
  closed: 'Die Verbindung wurde beendet. Es wird von selbst wieder versucht.',
  'edition-changed':
    'Eine Edition gibt es dort mit anderem Inhalt unter demselben Namen. Ihre ist geblieben. Bitte klären Sie das mit der Moderation.',
};
const roles: Readonly<Record<Role, string>> = {
  moderator: 'Moderation',
  editor: 'Redaktion',
  delegate: 'Delegierte',
  reader: 'Lesende',
};
const nameOf = (room: RoomName): string => {
  switch (room) {
    case 'text':
      return 'Text';
    case 'process':
      return 'Register und Verfahren';
    case 'contacts':
      return 'Kontaktdaten';
    case 'decisions':
      return 'Abwägungen';
    case 'voices':
      return 'Stimmen';
    default:
      return 'Beiträge Ihrer Institution';
  }
};
const changes = (count: number): string => (count === 1 ? '1 Änderung' : `${String(count)} Änderungen`);
const instant = (at: string): string =>
  `${at.slice(0, 10).split('-').reverse().join('.')}, ${at.slice(11, 16)} Uhr (UTC)`;
const who = (role: Role, institution: string | null): string =>
  institution === null ? roles[role] : `${roles[role]} (${institution})`;
const states: Readonly<Record<Following['state'], string>> = {
  connected: 'verbunden',
  offline: 'zurzeit nicht verbunden',
  refused: 'nicht mehr zugelassen',
  left: 'getrennt; was da ist, bleibt',
};

export const germanFollow: FollowWords = {
  reasons,
  joined: ({ path, title, role, institution }) =>
    `„${path}“ ist angelegt: ${title === '' ? 'ein Leitbild' : `„${title}“`}, als ${who(role, institution)}.`,
  renewed: (path) => `„${path}“ hat die neue Einladung; was darin stand, ist geblieben.`,
  howToGoOn: (path) =>
    `Öffnen und von selbst abgleichen: leitbild serve ${path}\nEinmal abgleichen: leitbild sync ${path}\nDie Datei enthält Ihre Einladung. Bevor Sie sie weitergeben: leitbild leave ${path}`,
  status: (status) =>
    [
      `Eigene Fassung des Leitbilds unter ${status.base}, als ${who(status.role, status.institution)}: ${states[status.state]}.`,
      ...(status.reason === null ? [] : [reasons[status.reason]]),
      ...(status.nextAttemptIn === null
        ? []
        : [`Nächster Versuch in ${String(status.nextAttemptIn)} Sekunden.`]),
      `Zuletzt abgeglichen: ${status.lastContactAt === null ? 'noch nie' : instant(status.lastContactAt)}.`,
      status.pendingUpdates === 0
        ? 'Nichts wartet auf das Senden.'
        : `${changes(status.pendingUpdates)} ${status.pendingUpdates === 1 ? 'wartet' : 'warten'} auf das Senden.`,
      ...status.waiting.map(
        (room) => `${nameOf(room)}: wartet, bis die Moderation das Schreiben wieder öffnet.`,
      ),
      ...(status.refusals === 0
        ? []
        : [`Zurückgelegt, weil nicht angenommen: ${String(status.refusals)} (in der Anwendung zu sehen).`]),
    ].join('\n'),
  left: (base) =>
    `Die Verbindung mit ${base} ist gelöst, und Ihre Einladung steht nicht mehr in der Datei. Was darin ist, bleibt.`,
  leftNobody: 'Diese Datei war mit keinem anderen Rechner verbunden.',
  received: (room) => `${nameOf(room)}: Neues empfangen.`,
  sent: (room, count) => `${nameOf(room)}: ${changes(count)} gesendet.`,
  waiting: (room, count) =>
    `${nameOf(room)}: ${changes(count)} ${count === 1 ? 'wartet' : 'warten'}, bis die Moderation das Schreiben wieder öffnet.`,
  refused: (room, reason) => `${nameOf(room)}: nicht abgeglichen. ${reasons[reason]}`,
  setAside: (room) =>
    `${nameOf(room)}: Was hier geändert wurde, wird dort nicht angenommen. Es ist zurückgelegt, und der gemeinsame Stand ist wiederhergestellt.`,
  editions: (labels) => `Editionen empfangen: ${labels.join(', ')}.`,
  conflicts: (labels) => `${reasons['edition-changed']} (${labels.join(', ')})`,
  pictures: (count) => (count === 1 ? 'Ein Bild empfangen.' : `${String(count)} Bilder empfangen.`),
  nothingNew: 'Beide Seiten waren schon auf demselben Stand.',
};
