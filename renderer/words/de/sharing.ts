import type { Role } from '../../../shared/rights/rights.ts';

const roles: Readonly<Record<Role, { readonly name: string; readonly text: string }>> = {
  moderator: { name: 'Moderation', text: 'schreibt den Text, lädt ein, sperrt und öffnet' },
  editor: { name: 'Redaktion', text: 'schreibt am Text mit' },
  delegate: { name: 'Delegierte', text: 'liest den Text und spricht für eine Institution' },
  reader: { name: 'Lesend', text: 'liest mit, ändert nichts' },
};

/** What the dialogs around taking part say. */
export const germanSharing = {
  title: 'Freigabe',
  network: 'Freigabe im Netzwerk',
  networkOff:
    'Noch kommt niemand von außen an diesen Text. Starten Sie die Freigabe, damit Eingeladene im selben Netz ihn im Browser öffnen können.',
  networkOn: 'Eingeladene im selben Netz können den Text jetzt öffnen.',
  start: 'Freigabe starten',
  stop: 'Freigabe beenden',
  stopHint:
    'Wenn Sie die Freigabe beenden, werden alle Gäste getrennt. Die Einladungen gelten weiter, sobald Sie die Freigabe wieder starten.',
  stopAsk: 'Freigabe beenden?',
  stopAskHint:
    'Gerade sind Gäste verbunden. Sie werden getrennt und können erst wieder mitarbeiten, wenn Sie die Freigabe wieder starten.',
  moved:
    'Die Adresse hat sich geändert: Bisherige Links gelten nicht mehr. Stellen Sie sie unten mit „Neuen Link“ neu aus.',
  movedNow:
    'Dieses Gerät ist im Netzwerk jetzt unter einer anderen Adresse zu finden. Bisherige Links gelten nicht mehr: Stellen Sie sie unter „Freigabe“ mit „Neuen Link“ neu aus.',
  lost: {
    title: 'Die Freigabe wurde beendet',
    text: 'Nach einer Unterbrechung konnte das Programm sie nicht fortsetzen. Ihre Gäste sind getrennt.',
    resume: 'Freigabe wieder starten',
    leave: 'Ohne Freigabe weiter',
  },
  tls: 'Verschlüsselt (HTTPS)',
  tlsHint:
    'Empfohlen in fremden Netzen. Der Browser der Gäste warnt beim ersten Mal, weil das Zertifikat von diesem Gerät selbst stammt.',
  addresses: 'Adressen dieses Geräts',
  fingerprint: 'Fingerabdruck des Zertifikats',
  onlyHere: 'Die Freigabe startet nur das Gerät, auf dem die Datei liegt.',
  phase: 'Was ist gerade möglich?',
  phaseText: 'Der Text',
  textOpen: 'offen',
  textLocked: 'gesperrt',
  textHint: 'Ein gesperrter Text steht für alle still, auch für die Moderation.',
  phaseContributions: {
    open: 'Delegierte können Beiträge einreichen.',
    answers: 'Delegierte können auf Abwägungen antworten.',
    closed: 'Delegierte können gerade nichts einreichen.',
  },
  toRounds: 'Beteiligungsrunden …',
  invitations: 'Einladungen',
  noInvitations: 'Noch ist niemand eingeladen.',
  invite: 'Einladen',
  role: 'Als was?',
  roles,
  institution: 'Für welche Institution?',
  institutionOptional: 'Für welche Institution? (freiwillig)',
  noInstitution: 'Ohne Institution',
  noInstitutions: 'Im Register steht noch keine Institution. Delegierte brauchen eine.',
  institutionMissing: 'Bitte wählen Sie eine Institution.',
  expires: 'Gültig',
  lasting: { day: 'heute und morgen', week: 'eine Woche', month: 'einen Monat', year: 'ein Jahr' },
  untilRound: (day: string): string => `bis zum Ende der Runde (${day})`,
  endsBeforeRound: (day: string): string =>
    `Die Einladung endet vor der Beteiligungsrunde. Die Runde läuft bis ${day}; die Institution könnte nicht bis zuletzt mitmachen.`,
  takeRoundEnd: 'Bis zum Ende der Runde',
  create: 'Einladung ausstellen',
  issuedTitle: (who: string): string => `Einladung: ${who}`,
  issued: 'Geben Sie diesen Link weiter. Er wird nur jetzt gezeigt; wer ihn hat, kommt herein.',
  issuedWarning:
    'Gut zu wissen: Beim ersten Öffnen warnt der Browser, die Verbindung sei „nicht sicher“ oder „nicht privat“, weil das Zertifikat von diesem Gerät selbst stammt. Das ist hier in Ordnung. Sagen Sie Ihren Gästen, dass sie „Erweitert“ und dann „Weiter“ wählen.',
  issuedWithoutLink:
    'Einen Link gibt es, sobald die Freigabe läuft. Starten Sie sie und stellen Sie ihn dann mit „Neuen Link“ aus.',
  link: 'Einladungslink',
  copyLink: 'Link kopieren',
  qr: 'Einladungslink als QR-Code',
  done: 'Fertig',
  state: { valid: 'gültig', expired: 'abgelaufen', revoked: 'zurückgenommen' },
  until: (day: string): string => `bis ${day}`,
  lastSeen: (when: string): string => `zuletzt da: ${when}`,
  neverSeen: 'war noch nicht da',
  columns: { who: 'Wer', state: 'Zustand', actions: 'Aktionen' },
  rotate: 'Neuen Link',
  rotateOf: (who: string): string => `Neuen Link für ${who}`,
  revoke: 'Zurücknehmen',
  revokeOf: (who: string): string => `Einladung für ${who} zurücknehmen`,
  revokeAsk: (who: string): string => `Einladung für ${who} zurücknehmen?`,
  revokeHint: 'Wer damit verbunden ist, wird sofort getrennt. Das lässt sich nicht rückgängig machen.',
  rotateAsk: (who: string): string => `Neuen Link für ${who} ausstellen?`,
  rotateHint: 'Der bisherige Link gilt dann nicht mehr; wer damit verbunden ist, wird getrennt.',
  since: (day: string): string => `seit ${day}`,
};
