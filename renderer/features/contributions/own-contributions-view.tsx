import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { startDraft } from '../../../shared/contributions/drafts.ts';
import { makeNodeAnchor } from '../../../shared/contributions/make-anchor.ts';
import { submitStances } from '../../../shared/contributions/stances.ts';
import { contributionId, type ContributionId } from '../../../shared/ids/ids.ts';
import { createId } from '../../client/create-id.ts';
import { useWords } from '../../client/use-words.ts';
import { FullView } from '../../ui/full-view.tsx';
import { shortDay } from '../../ui/format-values.ts';
import { daysBetween } from '../../ui/local-day.ts';
import type { ViewProps } from '../frame/view-props.ts';
import { AnchorLine } from './anchor-line.tsx';
import { awaitingReply } from './awaiting-reply.ts';
import {
  isAskedAbout,
  isInvited,
  mayContribute,
  sentMessage,
  signatureOf,
  useContributionsAccess,
  useDecided,
  useOwnContributions,
  whyNotInvited,
  type ContributionsAccess,
} from './contributions-access.tsx';
import classes from './contributions.module.css';
import { DraftCard } from './draft-card.tsx';
import { StatementCard, type StatementCardProps } from './statement-card.tsx';

/** All that the own institution has written, wherever in the text. */
export function OwnContributionsView({ onClose }: Pick<ViewProps, 'onClose'>) {
  const words = useWords().contributions;
  const access = useContributionsAccess();
  return (
    <FullView title={words.all} closeLabel={words.close} onClose={onClose}>
      {access !== null && <AllOf access={closing(access, onClose)} />}
    </FullView>
  );
}

/** Who looks for a place wants to see the text. */
function closing(access: ContributionsAccess, close: () => void): ContributionsAccess {
  return {
    ...access,
    goTo(anchor) {
      access.goTo(anchor);
      close();
    },
  };
}

function AllOf({ access }: { readonly access: ContributionsAccess }) {
  const words = useWords().contributions;
  const own = useOwnContributions(access);
  const [begun, setBegun] = useState<ContributionId | null>(null);
  const isOpen = mayContribute(access);
  const awaiting = awaitingReply(access, own, useDecided(access));
  const others = own.statements.filter((statement) => !awaiting.includes(statement));
  const cards = { access, own, onCorrect: setBegun };
  const begin = (): void => {
    const id = contributionId(createId());
    startDraft(access.doc, { id, kind: 'comment', anchor: { on: 'document' }, replaces: null });
    setBegun(id);
  };
  const submitAll = (): void => {
    const sent = submitStances(
      access.doc,
      signatureOf(access),
      () => contributionId(createId()),
      askedStances,
    );
    notifications.show({
      message: sent.ok ? sentMessage(access, sent.value.length, words) : words.faults.other,
    });
  };
  const askedStances = [...own.stances.keys()].filter((node) => isAskedAbout(access, node));
  const isEmpty = own.drafts.length + own.statements.length + own.stances.size === 0;
  return (
    <Stack gap="lg" className={classes['page'] ?? ''}>
      <div>
        <RoundLine access={access} />
        <Text size="sm" c="dimmed">
          {words.allHint}
        </Text>
      </div>
      {isEmpty && <Text>{words.empty}</Text>}
      {isOpen && access.round?.places === 'all' && (
        <Group>
          <Button variant="light" onClick={begin}>
            {words.about.document}
          </Button>
        </Group>
      )}
      {awaiting.length > 0 && (
        <Statements title={words.awaiting.title(awaiting.length)} statements={awaiting} {...cards} />
      )}
      {own.stances.size > 0 && (
        <section>
          <Title order={2} size="h5" mb="xs">
            {words.stanceDrafts(own.stances.size)}
          </Title>
          <ul className={classes['stances']}>
            {[...own.stances.values()].map(({ anchor, stance }) => (
              <li key={anchor.nodeId}>
                <AnchorLine access={access} anchor={anchor} />
                <Text size="sm">{words.stances[stance]}</Text>
              </li>
            ))}
          </ul>
          {isOpen && askedStances.length > 0 && (
            <Button mt="sm" onClick={submitAll}>
              {words.submitStances(askedStances.length)}
            </Button>
          )}
        </section>
      )}
      {own.drafts.length > 0 && (
        <section>
          <Title order={2} size="h5" mb="xs">
            {words.drafts(own.drafts.length)}
          </Title>
          <div className={classes['cards']}>
            {own.drafts.map((draft) => (
              <DraftCard key={draft.id} access={access} draft={draft} takesFocus={draft.id === begun} />
            ))}
          </div>
        </section>
      )}
      {others.length > 0 && (
        <Statements title={words.submittedCount(others.length)} statements={others} {...cards} />
      )}
    </Stack>
  );
}

function Statements({
  title,
  statements,
  ...cards
}: Omit<StatementCardProps, 'statement'> & {
  readonly title: string;
  readonly statements: readonly StatementCardProps['statement'][];
}) {
  return (
    <section>
      <Title order={2} size="h5" mb="xs">
        {title}
      </Title>
      <div className={classes['cards']}>
        {statements.map((statement) => (
          <StatementCard key={statement.record.id} statement={statement} {...cards} />
        ))}
      </div>
    </section>
  );
}

/** Which round runs, until when, and what may be written. */
function RoundLine({ access }: { readonly access: ContributionsAccess }) {
  const { contributions: words, language } = useWords();
  const { round, takes } = access;
  const flow = access.flow();
  if (access.absence !== null) return <Text>{whyNotInvited(access, words)}</Text>;
  if (round === null || takes === 'closed') return <Text>{words.closed}</Text>;
  if (!isInvited(access)) return <Text>{whyNotInvited(access, words)}</Text>;
  if (takes === 'answers') return <Text>{words.answersOnly}</Text>;
  const until = round.closesAt === null ? null : shortDay(round.closesAt, language);
  return (
    <div>
      <Text fw={600}>
        {words.open(round.name, until)}
        {round.closesAt !== null && (
          <Text span c="dimmed">
            {' '}
            ({words.closesIn(daysBetween(new Date(access.now()), new Date(round.closesAt)))})
          </Text>
        )}
      </Text>
      {round.places !== 'all' && (
        <>
          <Text size="sm">{words.somePlaces}</Text>
          {round.places.map((id) => {
            const anchor = flow === null ? undefined : makeNodeAnchor(flow, id);
            return anchor !== undefined && <AnchorLine key={id} access={access} anchor={anchor} />;
          })}
        </>
      )}
    </div>
  );
}
