import { Button, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { replies, type Reply } from '../../../shared/contributions/contribution.ts';
import { submitContribution } from '../../../shared/contributions/contributions-room.ts';
import { limits } from '../../../shared/contributions/limits.ts';
import type { Decision } from '../../../shared/decisions/decision.ts';
import { contributionId } from '../../../shared/ids/ids.ts';
import { createId } from '../../client/create-id.ts';
import { useWords } from '../../client/use-words.ts';
import { shortDay } from '../../ui/format-values.ts';
import { mayAnswer, signatureOf, type ContributionsAccess } from './contributions-access.tsx';
import classes from './contributions.module.css';
import type { OwnContributions } from './own-contributions.ts';
import { WordingDifference } from '../../ui/wording-difference.tsx';
import said from '../../ui/said.module.css';

export interface DecisionNoteProps {
  readonly access: ContributionsAccess;
  readonly own: OwnContributions;
  readonly decision: Decision;
  /** Whether the contribution still stands, so that it can be answered. */
  readonly isLatest: boolean;
}

/** What moderation decided about a contribution, and what the institution says to it. */
export function DecisionNote({ access, own, decision, isLatest }: DecisionNoteProps) {
  const { contributions: words, language } = useWords();
  const answer = own.answers.get(decision.id);
  const isProposed = decision.stage === 'proposed';
  const unreceived = access.byFile ? words.states.forAnswer : words.states.waiting;
  return (
    <section
      className={classes['decision']}
      aria-label={isProposed ? words.proposedDecision : words.decision}
    >
      <Text size="xs" c="dimmed">
        {isProposed ? words.proposedDecision : words.decision}, {shortDay(decision.at, language)}
      </Text>
      <Text size="sm" fw={600}>
        {words.outcomes[decision.outcome]}
      </Text>
      {decision.reason !== '' && <p className={said['body']}>{decision.reason}</p>}
      {decision.changes.map((change) => (
        <WordingDifference key={change.node} before={change.before} after={change.after} />
      ))}
      {answer !== undefined && (
        <Text size="sm">
          {words.replied(
            words.replies[answer.record.reply],
            answer.receipt === null ? unreceived : shortDay(answer.receipt.receivedAt, language),
          )}
        </Text>
      )}
      {isProposed && isLatest && mayAnswer(access) && answer === undefined && (
        <ReplyForm access={access} decision={decision} />
      )}
    </section>
  );
}

function ReplyForm({
  access,
  decision,
}: {
  readonly access: ContributionsAccess;
  readonly decision: Decision;
}) {
  const words = useWords().contributions;
  const [reply, setReply] = useState<Reply | null>(null);
  const [body, setBody] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (reply === null) return;
        submitContribution(access.doc, {
          type: 'answer',
          id: contributionId(createId()),
          ...signatureOf(access),
          ...{ decision: decision.id, reply, body },
        });
      }}
    >
      <Stack gap={6} mt={6}>
        <Radio.Group
          label={words.reply}
          size="sm"
          value={reply ?? ''}
          onChange={(value) => setReply(replies.find((known) => known === value) ?? null)}
        >
          <Stack gap={4} mt={4}>
            {replies.map((one) => (
              <Radio key={one} value={one} label={words.replies[one]} size="sm" />
            ))}
          </Stack>
        </Radio.Group>
        {reply !== null && (
          <>
            <Textarea
              size="sm"
              label={words.replyBody}
              value={body}
              maxLength={limits.body}
              autosize
              minRows={2}
              onChange={({ currentTarget }) => setBody(currentTarget.value)}
            />
            <Group justify="flex-end">
              <Button size="compact-sm" type="submit">
                {words.sendReply}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </form>
  );
}
