import { Kbd } from '@mantine/core';
import { useWords } from '../client/use-words.ts';
import { keyNames } from './key-names.ts';

/** A shortcut as it stands on the keyboard: "Strg + K". */
export function Keys({ keys }: { readonly keys: string }) {
  const words = useWords();
  const isMac = /Mac|iP(hone|ad)/.test(navigator.userAgent);
  return (
    <span style={{ whiteSpace: 'nowrap' }}>
      {keyNames(keys, words.frame.keys, isMac).map((key, index) => (
        <Kbd key={index} size="xs" ml={index === 0 ? 0 : 3}>
          {key}
        </Kbd>
      ))}
    </span>
  );
}
