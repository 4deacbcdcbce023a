import { useEffect, useState } from 'react';
import { useApi } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';
import { wordsIn } from '../../words/language.ts';
import { DRAFT } from './comparison.tsx';
import { comparisonParts } from './comparison-rows.ts';

/** Whether the draft says the same as that edition, goal by goal; false until it is known, and where there is none. */
export function useUnchanged(label: string | null): boolean {
  const api = useApi();
  const { language } = useWords();
  const [unchanged, setUnchanged] = useState<string | null>(null);
  useEffect(() => {
    if (label === null) return undefined;
    let left = false;
    void api('editions.compare', { from: label, to: DRAFT }).then((compared) => {
      if (left || !compared.ok) return;
      const parts = comparisonParts(compared.value, wordsIn(language).commands.comparison);
      const isSame = parts.every(({ rows }) =>
        rows.every(({ states }) => states.every((state) => state === 'kept')),
      );
      setUnchanged(isSame ? label : null);
    });
    return () => {
      left = true;
    };
  }, [api, label, language]);
  return label !== null && unchanged === label;
}
