import { Button, Group, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { submitContribution } from '../../../shared/contributions/contributions-room.ts';
import { startDraft } from '../../../shared/contributions/drafts.ts';
import { limits } from '../../../shared/contributions/limits.ts';
import type { Receipt } from '../../../shared/contributions/receipt.ts';
import type { Statement } from '../../../shared/contributions/contribution.ts';
import type { Decision } from '../../../shared/decisions/decision.ts';
import { contributionId } from '../../../shared/ids/ids.ts';
import { createId } from '../../client/create-id.ts';
import { useWords } from '../../client/use-words.ts';
import { shortDay } from '../../ui/format-values.ts';
import type { germanContributions } from '../../words/de/contributions.ts';
import type { Language } from '../../words/words.ts';
import { AnchorLine } from './anchor-line.tsx';
import { AskDialog } from '../../ui/ask-dialog.tsx';
import { baseWordsOf } from './base-words.ts';
import {
  mayAnswer,
  mayContributeTo,
  signatureOf,
  useDecided,
  type ContributionsAccess,
} from './contributions-access.tsx';
import classes from './contributions.module.css';
import { DecisionNote } from './decision-note.tsx';
import type { OwnContributions, OwnRecord } from './own-contributions.ts';
import { WordingDifference } from '../../ui/wording-difference.tsx';
import said from '../../ui/said.module.css';

export interface StatementCardProps {
  readonly access: ContributionsAccess;
  readonly own: OwnContributions;
  readonly statement: OwnRecord<Statement>;
  /** Told of the draft that is to stand in its place. */
  readonly onCorrect: (draft: Statement['id']) => void;
}

/** A submitted contribution of the own institution: what it says, what became of it. */
export function StatementCard({ access, own, statement, onCorrect }: StatementCardProps) {
  const { contributions: words, language } = useWords();
  const { record, state, refusal, receipt, supersededBy } = statement;
  const [asks, setAsks] = useState(false);
  const [reason, setReason] = useState('');
  const decided = useDecided(access);
  const decision: Decision | undefined = decided.holding(record.id);
  const stands = supersededBy === null && state !== 'refused';
  const correct = (): void => {
    const id = contributionId(createId());
    const { kind, anchor, body, wording } = record;
    startDraft(access.doc, { id, kind, anchor, body, wording, replaces: record.id });
    onCorrect(id);
  };
  const withdraw = (): void =>
    submitContribution(access.doc, {
      type: 'withdrawal',
      id: contributionId(createId()),
      ...signatureOf(access),
      withdraws: record.id,
      body: reason,
    });
  const standing = standingOf(statement, access.byFile, words, language);
  return (
    <article className={classes['card']} aria-label={`${words.kinds[record.kind]}, ${standing}`}>
      <div>
        <Text size="sm" fw={600}>
          {words.kinds[record.kind]}
        </Text>
        <Text size="xs" className={classes['state'] ?? ''} data-state={stands ? state : 'past'}>
          {standing}
        </Text>
      </div>
      <AnchorLine access={access} anchor={record.anchor} />
      {record.wording !== null && (
        <WordingDifference before={baseWordsOf(access.flow(), record.anchor)} after={record.wording} />
      )}
      {record.body !== '' && <p className={said['body']}>{record.body}</p>}
      {receipt?.via !== undefined && (
        <Text size="xs" c="dimmed">
          {viaOf(receipt.via, words, language)}
        </Text>
      )}
      {state === 'refused' && refusal !== null && (
        <p className={said['caution']}>{words.refusals[refusal.code]}</p>
      )}
      {decision !== undefined && (
        <DecisionNote access={access} own={own} decision={decision} isLatest={stands} />
      )}
      {stands && (state === 'taken' || access.byFile) && (
        <Group gap="xs">
          {mayContributeTo(access, record.anchor) && (
            <Button size="compact-xs" variant="subtle" onClick={correct}>
              {words.correct}
            </Button>
          )}
          {mayAnswer(access) && (
            <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setAsks(true)}>
              {words.withdraw}
            </Button>
          )}
        </Group>
      )}
      {asks && (
        <AskDialog {...words.withdrawAsk} onConfirm={withdraw} onClose={() => setAsks(false)}>
          <Textarea
            label={words.withdrawAsk.reason}
            value={reason}
            maxLength={limits.body}
            autosize
            minRows={2}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
        </AskDialog>
      )}
    </article>
  );
}

type Words = typeof germanContributions;

function standingOf(
  { state, receipt, supersededBy }: OwnRecord,
  byFile: boolean,
  words: Words,
  language: Language,
): string {
  if (state === 'refused') return words.states.refused;
  if (supersededBy?.type === 'withdrawal') return words.states.withdrawn;
  if (supersededBy !== null) return words.states.replaced;
  if (receipt === null && byFile) return words.states.forAnswer;
  return receipt === null ? words.states.waiting : words.states.taken(shortDay(receipt.receivedAt, language));
}

/** How a record came that the delegates did not send by their own connection. */
function viaOf(via: NonNullable<Receipt['via']>, words: Words, language: Language): string {
  if (via.by === 'moderation')
    return words.via.moderation(words.sources[via.source], shortDay(via.dated, language));
  return via.late ? `${words.via.package}, ${words.via.late}` : words.via.package;
}
