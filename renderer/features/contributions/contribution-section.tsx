import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { makeNodeAnchor } from '../../../shared/contributions/make-anchor.ts';
import { startDraft } from '../../../shared/contributions/drafts.ts';
import type { Anchor } from '../../../shared/contributions/anchor.ts';
import { contributionId, type ContributionId, type NodeId } from '../../../shared/ids/ids.ts';
import { createId } from '../../client/create-id.ts';
import { useWords } from '../../client/use-words.ts';
import type { AppWords } from '../../words/app-words.ts';
import { PanelSection } from '../goal-panel/panel-section.tsx';
import {
  isAskedAbout,
  mayContribute,
  mayContributeTo,
  useOwnContributions,
  whyNotInvited,
  type ContributionsAccess,
} from './contributions-access.tsx';
import classes from './contributions.module.css';
import { DraftCard } from './draft-card.tsx';
import { StancePicker } from './stance-picker.tsx';
import { StatementCard } from './statement-card.tsx';

export interface ContributionSectionProps {
  readonly access: ContributionsAccess;
  /** What is selected: the goal or part whose contributions are shown. */
  readonly node: NodeId;
  readonly name: string;
  /** Whether it is a goal, on which an institution takes a side. */
  readonly isGoal: boolean;
}

/** What the own institution says to one goal or part: its position, its drafts, what it submitted. */
export function ContributionSection({ access, node, name, isGoal }: ContributionSectionProps) {
  const words = useWords().contributions;
  const own = useOwnContributions(access);
  const [begun, setBegun] = useState<ContributionId | null>(null);
  const isHere = (anchor: Anchor): boolean => access.lineOf(anchor) === node;
  const drafts = own.drafts.filter(({ anchor }) => isHere(anchor));
  const statements = own.statements.filter(({ record }) => isHere(record.anchor));
  const reason = whyNot(access, node, words);
  const begin = (anchor: Anchor): void => {
    const id = contributionId(createId());
    startDraft(access.doc, { id, kind: 'comment', anchor, replaces: null });
    setBegun(id);
  };
  const beginHere = (): void => {
    const flow = access.flow();
    const anchor = flow === null ? undefined : makeNodeAnchor(flow, node);
    if (anchor !== undefined) begin(anchor);
  };
  const beginAtSelection = (): void => {
    const selected = access.selection();
    if (!selected.ok) notifications.show({ message: words.anchorProblems[selected.error] });
    else if (mayContributeTo(access, selected.value)) begin(selected.value);
    else notifications.show({ message: words.notAsked });
  };
  return (
    <>
      {isGoal && (
        <PanelSection title={words.position}>
          <StancePicker access={access} own={own} node={node} name={name} />
        </PanelSection>
      )}
      <PanelSection title={words.contributions}>
        {drafts.length + statements.length === 0 && (
          <Text size="sm" c="dimmed" mb={6}>
            {words.none}
          </Text>
        )}
        <div className={classes['cards']}>
          {drafts.map((draft) => (
            <DraftCard key={draft.id} access={access} draft={draft} takesFocus={draft.id === begun} />
          ))}
          {statements.map((statement) => (
            <StatementCard
              key={statement.record.id}
              access={access}
              own={own}
              statement={statement}
              onCorrect={setBegun}
            />
          ))}
        </div>
        {reason === null ? (
          <>
            <Group gap="xs" mt={8}>
              <Button size="compact-sm" variant="light" onClick={beginHere}>
                {words.write}
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                // The selection in the text must survive the press.
                onMouseDown={(event) => event.preventDefault()}
                onClick={beginAtSelection}
              >
                {words.about.passage}
              </Button>
            </Group>
            <Text size="xs" c="dimmed" mt={4}>
              {words.selectHint}
            </Text>
          </>
        ) : (
          <Text size="sm" mt={6}>
            {reason}
          </Text>
        )}
      </PanelSection>
    </>
  );
}

/** Why nothing new may be written to this node now; null where it may. */
function whyNot(access: ContributionsAccess, node: NodeId, words: AppWords['contributions']): string | null {
  if (mayContribute(access)) return isAskedAbout(access, node) ? null : words.notAsked;
  const { takes, round, absence } = access;
  if (absence !== null) return whyNotInvited(access, words);
  if (round === null || takes === 'closed') return words.closed;
  return takes === 'answers' ? words.answersOnly : whyNotInvited(access, words);
}
