import { useEffect, useMemo, useState } from 'react';
import type { TextComparison } from '../../../shared/api/history-calls.ts';
import type { UnitChange } from '../../../shared/diff/compare-documents.ts';
import type { AppError } from '../../../shared/errors/errors.ts';
import { numberedText, type NumberedText } from '../../client/live-text.ts';
import { useApi } from '../../client/session-context.tsx';
import type { ComparedWith } from './moment-view.tsx';

/** The text of a moment, and what differs from another. */
export interface MomentComparison {
  /** Null until it is read. */
  readonly text: NumberedText | null;
  /** By unit; empty where nothing is compared. */
  readonly changes: readonly UnitChange[];
  readonly error: AppError | null;
}

/** Reads the text at a moment, with what changed in it since the one before, or what has changed since until now. */
export function useMomentText(
  moment: number | null,
  compared: ComparedWith,
  before: number | null,
): MomentComparison {
  const api = useApi();
  const [read, setRead] = useState<{
    readonly key: string;
    readonly text: NumberedText | null;
    readonly changes: readonly UnitChange[];
    readonly error: AppError | null;
  } | null>(null);
  const key = `${String(moment)} ${compared} ${String(before)}`;
  useEffect(() => {
    if (moment === null) return;
    let isGone = false;
    const keep = (
      text: NumberedText | null,
      changes: readonly UnitChange[],
      error: AppError | null,
    ): void => {
      if (!isGone) setRead({ key, text, changes, error });
    };
    const readComparison = async (): Promise<void> => {
      if (compared === 'nothing' || (compared === 'before' && before === null)) {
        const at = await api('history.at', { moment: String(moment) });
        if (at.ok) keep(numberedText(at.value.document, at.value.profile), [], null);
        else keep(null, [], at.error);
        return;
      }
      // What was inserted is read as from the older to the newer text, whichever of them is shown.
      const asked =
        compared === 'now'
          ? await api('history.compare', { moment: String(moment), with: 'now' })
          : await api('history.compare', { moment: String(before), with: String(moment) });
      if (!asked.ok) {
        keep(null, [], asked.error);
        return;
      }
      const { document, profile } = shownSide(asked.value, compared);
      keep(numberedText(document, profile), asked.value.changes, null);
    };
    void readComparison();
    return () => {
      isGone = true;
    };
  }, [api, moment, compared, before, key]);

  return useMemo(() => {
    const current = read?.key === key ? read : null;
    return {
      text: current?.text ?? null,
      changes: current?.changes ?? [],
      error: current?.error ?? null,
    };
  }, [read, key]);
}

function shownSide({ before, after }: TextComparison, compared: ComparedWith) {
  return compared === 'now' ? before : after;
}
