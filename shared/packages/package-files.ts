/** How a round package ends that the app opens. */
export const ROUND_ENDING = 'leitbild-runde';
/** How an answer ends. */
export const ANSWER_ENDING = 'leitbild-antwort';

/**
 * How a package is called where it is saved: the round, a dash, the institution. What some file systems refuse is left
 * out, and so is what would take the name beyond what mail programs and archives keep.
 */
export function packageFileName(round: string, institution: string, ending: string): string {
  const words = [round, institution].map((part) =>
    part
      .replaceAll(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  );
  const name = words.filter((part) => part !== '').join(' – ');
  return `${Array.from(name)
    .slice(0, 100)
    .join('')
    .replace(/[. ]+$/, '')}.${ending}`;
}
