import { useEffect, useMemo, useState } from 'react';
import { readText, type ReadText } from '../../../shared/decisions/read-text.ts';
import type { RoundId } from '../../../shared/ids/ids.ts';
import type { BaseOf } from '../../../shared/weighing/proposed-edits.ts';
import { useApi } from '../../client/session-context.tsx';

/** The texts that rounds asked about, each fetched once when it is first wanted; `null` until it is there. */
export function useRoundBases(wanted: readonly RoundId[]): BaseOf {
  const api = useApi();
  const [bases, setBases] = useState<ReadonlyMap<RoundId, ReadText | null>>(new Map());
  const key = wanted.join(' ');
  useEffect(() => {
    let current = true;
    for (const round of key === '' ? [] : key.split(' ')) {
      void api('rounds.base', { round }).then((answer) => {
        if (!current) return;
        const base = answer.ok ? readText(answer.value.base.document) : null;
        setBases((before) => new Map([...before, [round as RoundId, base]]));
      });
    }
    return () => {
      current = false;
    };
  }, [api, key]);
  return useMemo(() => (round) => bases.get(round) ?? null, [bases]);
}
