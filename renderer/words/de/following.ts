import { germanFollow } from './follow.ts';

const changes = (count: number): string => (count === 1 ? '1 Änderung' : `${String(count)} Änderungen`);

/** What the window of a file says that follows another host. */
export const germanFollowing = {
  reasons: germanFollow.reasons,
  signs: {
    connected: (pending: number): string => (pending === 0 ? 'Abgeglichen' : 'Wird abgeglichen …'),
    offline: (pending: number): string =>
      pending === 0 ? 'Nicht verbunden' : `Nicht verbunden – ${changes(pending)} noch nicht gesendet`,
    refused: (pending: number): string =>
      pending === 0 ? 'Nicht mehr zugelassen' : `Nicht mehr zugelassen – ${changes(pending)} nicht gesendet`,
  },
  states: {
    connected: (base: string): string => `Verbunden mit ${base}`,
    offline: (base: string): string => `Zurzeit nicht verbunden mit ${base}`,
    refused: (base: string): string => `Nicht mehr zugelassen bei ${base}`,
  },
  inStep: 'Beide Seiten sind auf demselben Stand.',
  pending: (count: number): string =>
    count === 0
      ? 'Nichts wartet auf das Senden.'
      : `${changes(count)} ${count === 1 ? 'wartet' : 'warten'} auf das Senden. In Ihrer Datei ist alles gesichert.`,
  never: 'Noch nie abgeglichen.',
  last: (when: string): string => `Zuletzt abgeglichen: ${when}.`,
  waiting: 'Ein Teil wartet, bis die Moderation das Schreiben wieder öffnet.',
  refusals: (count: number): string =>
    count === 1
      ? 'Eine Änderung wurde nicht angenommen und ist zurückgelegt.'
      : `${String(count)} Änderungen wurden nicht angenommen und sind zurückgelegt.`,
  sync: 'Jetzt abgleichen',
  syncing: 'Wird abgeglichen …',
};
