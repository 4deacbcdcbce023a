import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, useSyncExternalStore } from 'react';
import { contributionKinds, type ContributionFault } from '../../../shared/contributions/contribution.ts';
import { submitContribution } from '../../../shared/contributions/contributions-room.ts';
import { changeDraft, recordOfDraft, removeDraft, type Draft } from '../../../shared/contributions/drafts.ts';
import { limits } from '../../../shared/contributions/limits.ts';
import { useWords } from '../../client/use-words.ts';
import { AnchorLine } from './anchor-line.tsx';
import { AskDialog } from '../../ui/ask-dialog.tsx';
import { baseWordsOf } from './base-words.ts';
import {
  mayContribute,
  mayContributeTo,
  signatureOf,
  type ContributionsAccess,
} from './contributions-access.tsx';
import classes from './contributions.module.css';
import { SharedTextArea } from './shared-text-area.tsx';
import { WordingDifference } from '../../ui/wording-difference.tsx';

/** From how many characters on it is told how many are left. */
const NEARLY_FULL = 500;

export interface DraftCardProps {
  readonly access: ContributionsAccess;
  readonly draft: Draft;
  /** Whether the keyboard goes into it: it was begun this moment. */
  readonly takesFocus: boolean;
}

/** A contribution that the delegates of the institution are writing. */
export function DraftCard({ access, draft, takesFocus }: DraftCardProps) {
  const words = useWords().contributions;
  const [asks, setAsks] = useState<'submit' | 'discard' | null>(null);
  const [fault, setFault] = useState<ContributionFault | null>(null);
  const { doc } = access;
  const isOpen = mayContribute(access);
  const isAsked = mayContributeTo(access, draft.anchor);
  const hasWording = draft.kind === 'proposal';
  const trySubmit = (): void => {
    const record = recordOfDraft(draft, signatureOf(access));
    setFault(record.ok ? null : record.error);
    if (record.ok) setAsks('submit');
  };
  const submit = (): void => {
    const record = recordOfDraft(draft, signatureOf(access));
    if (!record.ok) {
      setFault(record.error);
      return;
    }
    submitContribution(doc, record.value);
    notifications.show({ message: access.byFile ? words.sentIntoAnswer : words.sent });
  };
  return (
    <article className={classes['card']} aria-label={`${words.draft}: ${words.kinds[draft.kind]}`}>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Text size="xs" fw={600} c="dimmed">
          {words.draft}
        </Text>
        <NativeSelect
          size="xs"
          aria-label={words.kind}
          value={draft.kind}
          disabled={!isOpen}
          data={contributionKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
          onChange={({ currentTarget: { value } }) => {
            const kind = contributionKinds.find((known) => known === value);
            if (kind === undefined) return;
            setFault(null);
            changeDraft(doc, draft.id, {
              kind,
              ...(kind === 'proposal' && { wording: baseWordsOf(access.flow(), draft.anchor) }),
            });
          }}
        />
      </Group>
      <AnchorLine access={access} anchor={draft.anchor} />
      {takesFocus && !access.byFile && (
        <Text size="xs" c="dimmed">
          {words.together}
        </Text>
      )}
      {draft.replaces !== null && (
        <Text size="xs" c="dimmed">
          {words.replaces}
        </Text>
      )}
      {hasWording && draft.wording !== null && (
        <Wording
          access={access}
          draft={draft}
          wording={draft.wording}
          isOpen={isOpen}
          takesFocus={takesFocus}
          fault={faultAt(fault, 'wording', words.faults)}
        />
      )}
      <SharedTextArea
        text={draft.body}
        size="sm"
        label={words.bodyOf[draft.kind]}
        maxLength={limits.body}
        readOnly={!isOpen}
        data-autofocus={takesFocus && !hasWording}
        autoFocus={takesFocus && !hasWording}
        error={faultAt(fault, 'body', words.faults)}
        description={<Room text={draft.body.length} limit={limits.body} />}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
      />
      {isOpen && !isAsked && (
        <Text size="sm" role="note">
          {words.draftNotAsked}
        </Text>
      )}
      {isOpen && (
        <Group justify="space-between" gap="xs">
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setAsks('discard')}>
            {words.discard}
          </Button>
          <Button size="compact-sm" disabled={!isAsked} onClick={trySubmit}>
            {words.submit}
          </Button>
        </Group>
      )}
      {asks === 'submit' && (
        <AskDialog {...words.submitAsk} onConfirm={submit} onClose={() => setAsks(null)} />
      )}
      {asks === 'discard' && (
        <AskDialog
          {...words.discardAsk}
          onConfirm={() => removeDraft(doc, draft.id)}
          onClose={() => setAsks(null)}
        />
      )}
    </article>
  );
}

interface WordingProps extends DraftCardProps {
  readonly wording: NonNullable<Draft['wording']>;
  readonly isOpen: boolean;
  readonly fault: string | null;
}

function Wording({ access, draft, wording, isOpen, takesFocus, fault }: WordingProps) {
  const words = useWords().contributions;
  const proposed = useSyncExternalStore(
    (listener) => {
      wording.observe(listener);
      return () => wording.unobserve(listener);
    },
    () => wording.toJSON(),
  );
  return (
    <>
      <SharedTextArea
        text={wording}
        size="sm"
        label={words.wording}
        description={words.wordingHint}
        maxLength={limits.wording}
        readOnly={!isOpen}
        autoFocus={takesFocus}
        error={fault}
      />
      <WordingDifference before={baseWordsOf(access.flow(), draft.anchor)} after={proposed} />
    </>
  );
}

function Room({ text, limit }: { readonly text: number; readonly limit: number }) {
  const words = useWords().contributions;
  const left = limit - text;
  return left > NEARLY_FULL ? null : <>{words.left(left)}</>;
}

function faultAt(
  fault: ContributionFault | null,
  place: 'body' | 'wording',
  words: Readonly<Record<'too-large' | 'body' | 'wording' | 'other', string>>,
): string | null {
  if (fault === null || (fault.place !== place && !(place === 'body' && fault.place !== 'wording')))
    return null;
  if (fault.code === 'too-large') return words['too-large'];
  return fault.place === place ? words[place] : words.other;
}
