import type { RefusalCode } from '../../../shared/contributions/refusal.ts';

/** Why the host did not take a contribution; its authors read it, and moderation where it enters or takes for them. */
export const germanRefusals: Readonly<Record<RefusalCode, string>> = {
  invalid: 'Die Angaben sind unvollständig oder enthalten Zeichen, die sich nicht drucken lassen.',
  'too-large': 'Der Text ist zu lang. Bitte teilen Sie ihn auf mehrere Beiträge auf.',
  'id-mismatch': 'Der Beitrag ist unter einer falschen Kennung abgelegt. Bitte schreiben Sie ihn neu.',
  'id-taken': 'Unter dieser Kennung gibt es schon einen anderen Beitrag. Bitte schreiben Sie ihn neu.',
  'foreign-institution': 'Der Beitrag spricht für eine andere Institution.',
  'author-unknown': 'Die Einladung, mit der er geschrieben wurde, gehört nicht zu dieser Institution.',
  'round-closed':
    'Die Beteiligungsrunde ist geschlossen. Wird sie wieder geöffnet, wird der Beitrag von selbst aufgenommen.',
  'round-unknown': 'Der Beitrag gehört zu einer anderen Beteiligungsrunde als der, die gerade läuft.',
  'not-invited': 'Die Institution ist zu dieser Beteiligungsrunde nicht eingeladen.',
  'place-closed': 'Zu dieser Stelle wird in dieser Runde nicht gefragt.',
  'decision-unknown': 'Der Vorschlag der Moderation, auf den er antwortet, gilt nicht mehr.',
  'target-unknown': 'Der Beitrag, auf den er sich bezieht, ist nicht eingegangen.',
  'too-many': 'Die Institution hat so viele Beiträge eingereicht, wie aufgenommen werden können.',
  'changed-after-submission':
    'Der Beitrag wurde nach dem Einreichen geändert. Es gilt, was zuerst eingegangen ist.',
};
