import type { Invitation } from '../../../shared/api/contract.ts';
import type { HostWords } from '../words.ts';

const whom = ({ role, institution }: Invitation): string =>
  institution === null ? role : `${role} (${institution})`;
const day = (instant: string): string => instant.slice(0, 10);

export const englishHost: HostWords = {
  serving: (url) => `Address on this machine: ${url}`,
  secret: (secret) => `Secret until it ends: ${secret}`,
  secretWritten: (path) => `The secret is in “${path}”.`,
  howToInvite:
    'To invite: “leitbild invite <file> --institution <id> --host <address> --secret-file <file>”. Ctrl+C ends.',
  stopped: 'Ended; everything is saved.',
  sharing: (status) =>
    status.state === 'off'
      ? 'Not reachable from the network.'
      : `Reachable from the network: ${status.urls.join(', ')}${
          status.fingerprint === null
            ? ' (not encrypted)'
            : `\nFingerprint of the certificate (SHA-256): ${status.fingerprint}`
        }${
          status.moved
            ? '\nThe address has changed: invitation links given out lead nowhere now. Issue them anew by “leitbild invite --rotate”.'
            : ''
        }`,
  running: ({ storage, rooms, connections }) =>
    `Host: ${connections} connections in ${rooms} rooms; ${
      storage === 'sound' ? 'saving works' : 'the file cannot be written at the moment'
    }.`,
  phase: ({ text, contributions, voices }) =>
    `Text: ${text} · contributions: ${contributions} · voices: for ${voices}`,
  invited: (invitation) =>
    `Invitation ${invitation.id} for ${whom(invitation)}, valid until ${day(invitation.expiresAt)}:`,
  tokenWithoutLink: (token) =>
    `The host is not reachable from the network, so there is no link yet. Key: ${token}`,
  shownOnce: 'This link is shown only now. Whoever has it is invited.',
  revoked: (id) => `Invitation ${id} is no longer valid.`,
  invitations: 'Invitations:',
  noInvitations: 'No invitations yet.',
  invitation: (invitation) =>
    `${invitation.id}  ${whom(invitation)}, ${invitation.state}, until ${day(invitation.expiresAt)}, ${
      invitation.lastSeenAt === null ? 'never seen' : `last seen ${day(invitation.lastSeenAt)}`
    }`,
};
