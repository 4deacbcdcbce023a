/** What keys are called on the keyboards of a language. */
export type KeyWords = Readonly<Record<string, string>>;

const macNames: KeyWords = { Mod: '⌘', Alt: '⌥', Shift: '⇧' };

/** The names of a shortcut such as `Mod+Shift+P`, key by key. */
export function keyNames(keys: string, words: KeyWords, isMac: boolean): readonly string[] {
  return keys
    .split('+')
    .map(
      (key) =>
        (isMac ? macNames[key] : undefined) ?? (Object.hasOwn(words, key) ? words[key] : undefined) ?? key,
    );
}

/** Whether an event is that shortcut. `Plus` stands for the key that writes `+`, on whatever keyboard. */
export function isShortcut(event: KeyboardEvent, keys: string, isMac: boolean): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const mod = isMac ? event.metaKey : event.ctrlKey;
  const other = isMac ? event.ctrlKey : event.metaKey;
  if (mod !== parts.includes('Mod') || other) return false;
  if (event.altKey !== parts.includes('Alt')) return false;
  const pressed = event.key.toLowerCase();
  if (key === 'Plus') return pressed === '+' || pressed === '=';
  // What Shift makes of a sign differs between keyboards; with letters and named keys it is meant as it is said.
  const isNamed = key.length > 1 || /[a-z]/i.test(key);
  if (isNamed && event.shiftKey !== parts.includes('Shift')) return false;
  return pressed === key.toLowerCase();
}
