/** What the window itself says, around all features. */
export const germanFrame = {
  loading: 'Wird geladen',
  linkUnknownTitle: 'Dieser Link führt nirgendwohin',
  linkUnknown:
    'Der Link ist unvollständig oder enthält einen Tippfehler. Öffnen Sie ihn bitte direkt aus der Einladung, oder lassen Sie sich von der Moderation einen neuen schicken. Es ist nichts verloren gegangen.',
  notOpened: 'Das Leitbild lässt sich nicht öffnen',
  tryAgain: 'Noch einmal versuchen',
};
