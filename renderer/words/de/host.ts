import type { Invitation } from '../../../shared/api/contract.ts';
import type { Role } from '../../../shared/rights/rights.ts';
import type { HostWords } from '../words.ts';

const roles: Readonly<Record<Role, string>> = {
  moderator: 'Moderation',
  editor: 'Redaktion',
  delegate: 'Delegierte',
  reader: 'Lesende',
};
const states: Readonly<Record<Invitation['state'], string>> = {
  valid: 'gültig',
  expired: 'abgelaufen',
  revoked: 'widerrufen',
};
const whom = ({ role, institution }: Invitation): string =>
  institution === null ? roles[role] : `${roles[role]} (${institution})`;
const day = (instant: string): string => instant.slice(0, 10).split('-').reverse().join('.');

export const germanHost: HostWords = {
  serving: (url) => `Adresse auf diesem Rechner: ${url}`,
  secret: (secret) => `Geheimnis bis zum Beenden: ${secret}`,
  secretWritten: (path) => `Das Geheimnis steht in „${path}“.`,
  howToInvite:
    'Einladen: „leitbild invite <Datei> --institution <Kennung> --host <Adresse> --secret-file <Datei>“. Beenden mit Strg+C.',
  stopped: 'Beendet; alles ist gespeichert.',
  sharing: (status) =>
    status.state === 'off'
      ? 'Im Netz nicht erreichbar.'
      : `Im Netz erreichbar: ${status.urls.join(', ')}${
          status.fingerprint === null
            ? ' (unverschlüsselt)'
            : `\nFingerabdruck des Zertifikats (SHA-256): ${status.fingerprint}`
        }${
          status.moved
            ? '\nDie Adresse hat sich geändert: Bisherige Einladungslinks gelten nicht mehr. Stellen Sie sie mit „leitbild invite --rotate“ neu aus.'
            : ''
        }`,
  running: ({ storage, rooms, connections }) =>
    `Dienst: ${connections} Verbindungen in ${rooms} Räumen; ${
      storage === 'sound' ? 'Speichern in Ordnung' : 'die Datei lässt sich gerade nicht schreiben'
    }.`,
  phase: ({ text, contributions, voices }) =>
    [
      `Text: ${text === 'open' ? 'offen' : 'gesperrt'}`,
      `Beiträge: ${{ open: 'offen', answers: 'nur Antworten auf Abwägungen', closed: 'geschlossen' }[contributions]}`,
      `Stimmen: ${voices === 'everyone' ? 'für alle' : 'nur für die Moderation'}`,
    ].join(' · '),
  invited: (invitation) =>
    `Einladung ${invitation.id} für ${whom(invitation)}, gültig bis ${day(invitation.expiresAt)}:`,
  tokenWithoutLink: (token) =>
    `Der Dienst ist im Netz nicht erreichbar, deshalb gibt es noch keinen Link. Schlüssel: ${token}`,
  shownOnce: 'Dieser Link wird nur jetzt gezeigt. Wer ihn hat, ist eingeladen.',
  revoked: (id) => `Die Einladung ${id} gilt nicht mehr.`,
  invitations: 'Einladungen:',
  noInvitations: 'Noch keine Einladungen.',
  invitation: (invitation) =>
    `${invitation.id}  ${whom(invitation)}, ${states[invitation.state]}, bis ${day(invitation.expiresAt)}, ${
      invitation.lastSeenAt === null ? 'noch nie da' : `zuletzt da ${day(invitation.lastSeenAt)}`
    }`,
};
