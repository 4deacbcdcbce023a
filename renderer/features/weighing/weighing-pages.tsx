import { useEffect, useMemo, useState } from 'react';
import type { ContributionId, NodeId } from '../../../shared/ids/ids.ts';
import type { WeighingRow } from '../../../shared/weighing/weighing-rows.ts';
import { aboutThese, emptyDraft } from './decision-draft.ts';
import { keyOfTarget, nextOpen, rowsOf, targetOf, type DeskTarget } from './desk-target.ts';
import { EnterDialog } from './enter-dialog.tsx';
import { MissingBases } from './missing-bases.tsx';
import { TablePage } from './table-page.tsx';
import type { Drafts } from './use-drafts.ts';
import { useNarrowed } from './use-narrowed.ts';
import type { Weighing } from './use-weighing.ts';
import { WeighingDesk } from './weighing-desk.tsx';

export interface WeighingPagesProps {
  readonly weighing: Weighing;
  /** What is weighed; null for the table. */
  readonly target: DeskTarget | null;
  readonly onTarget: (target: DeskTarget | null) => void;
  readonly isEntering: boolean;
  readonly onEnter: (isEntering: boolean) => void;
  readonly drafts: Drafts;
  readonly onShow: (node: NodeId) => void;
}

/** The table, or what was chosen in it, and the way from one contribution to the next. */
export function WeighingPages(props: WeighingPagesProps) {
  const { weighing, target, onTarget, isEntering, onEnter, drafts, onShow } = props;
  const [chosen, setChosen] = useState<ReadonlySet<ContributionId>>(new Set());
  const [active, setActive] = useState<ContributionId | null>(null);
  const narrowed = useNarrowed(weighing);
  const { rows } = weighing;

  const open = (row: WeighingRow): void => {
    const next = targetOf(row);
    setActive(row.id);
    const { seen } = drafts.of(keyOfTarget(next));
    if (!seen.has(row.id) || seen.size !== 1) {
      drafts.change(keyOfTarget(next), (draft) =>
        aboutThese(draft, new Map([[row.id, row.decision]]), weighing.decided),
      );
    }
    onTarget(next);
  };
  const openChosen = (): void => {
    const about = rows.filter(({ id }) => chosen.has(id));
    const next: DeskTarget = { kind: 'chosen', ids: about.map(({ id }) => id) };
    const seen = new Map(about.map(({ id, decision }) => [id, decision]));
    drafts.change(keyOfTarget(next), (draft) => aboutThese(draft, seen, weighing.decided));
    onTarget(next);
  };
  const key = target === null ? null : keyOfTarget(target);
  const draft = key === null ? emptyDraft : drafts.of(key);
  const here = useMemo(() => (target === null ? [] : rowsOf(target, rows)), [target, rows]);
  const after = useMemo(
    () => new Set<ContributionId>(draft.seen.size > 0 ? draft.seen.keys() : active === null ? [] : [active]),
    [draft.seen, active],
  );
  const next = useMemo(() => nextOpen(narrowed.ordered, after), [narrowed.ordered, after]);
  const goOn = next === null ? null : (): void => open(next);

  useEffect(() => {
    if (goOn === null || isEntering) return;
    const press = (event: globalThis.KeyboardEvent): void => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== 'KeyN') return;
      event.preventDefault();
      goOn();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });

  return (
    <>
      {weighing.bases.hasFailed && <MissingBases />}
      {target !== null && key !== null ? (
        <WeighingDesk
          key={key}
          {...{ weighing, target, draft, onShow }}
          rows={here}
          shown={target.kind === 'chosen' ? null : active}
          onDraft={(change) => drafts.change(key, change)}
          onDecided={() => setChosen(new Set())}
          onEnter={() => onEnter(true)}
          onBack={() => {
            // The keyboard goes to a row of what was looked at.
            if (!here.some(({ id }) => id === active)) setActive(here[0]?.id ?? active);
            onTarget(null);
          }}
          onNext={goOn}
        />
      ) : (
        <TablePage
          {...{ weighing, narrowed, active, chosen }}
          onActive={setActive}
          onChoose={setChosen}
          onOpen={open}
          onOpenChosen={openChosen}
          onEnter={() => onEnter(true)}
          onNext={goOn}
        />
      )}
      {isEntering && (
        <EnterDialog
          weighing={weighing}
          place={target?.kind === 'place' ? target.place : null}
          onClose={() => onEnter(false)}
          onEntered={setActive}
        />
      )}
    </>
  );
}
