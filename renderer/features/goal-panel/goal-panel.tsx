import { ActionIcon, Button, Code, Group, Text, Title, Tooltip, UnstyledButton } from '@mantine/core';
import { IconCheck, IconCopy, IconPresentation } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { copyText } from '../../client/copy-text.ts';
import { useWords } from '../../client/use-words.ts';
import { peerName } from '../../ui/peer-dots.tsx';
import { ContributionSection } from '../contributions/contribution-section.tsx';
import { useContributionsAccess } from '../contributions/contributions-access.tsx';
import { useSeesVoices } from '../contributions/use-sees-voices.ts';
import { VoicesSection } from '../contributions/voices-section.tsx';
import { useFrame, useText } from '../frame/frame-context.tsx';
import { linesById, nameOf, pathTo } from '../outline/outline-lines.ts';
import { ChainSection } from './chain-section.tsx';
import classes from './goal-panel.module.css';
import { ContributionsHere } from '../weighing/contributions-here.tsx';
import { HistorySection } from './history-section.tsx';
import { nodeFacts } from './node-facts.ts';
import { OriginSection } from './origin-section.tsx';
import { PanelSection } from './panel-section.tsx';
import { useLastEdition } from './use-last-edition.ts';

/** What belongs to the goal or part in which the caret stands. */
export function GoalPanel() {
  const { goalPanel: words, frame } = useWords();
  const { lines, selected, peers, goTo, project, projected, isModerator, seesHistory } = useFrame();
  const text = useText();
  const access = useContributionsAccess();
  const seesVoices = useSeesVoices();
  const edition = useLastEdition();
  const facts = useMemo(
    () => (text === null || selected === null ? null : nodeFacts(text, selected)),
    [text, selected],
  );
  const byId = useMemo(() => linesById(lines), [lines]);
  const path = selected === null ? [] : pathTo(byId, selected);
  const line = path.at(-1);
  if (text === null || facts === null || line === undefined) {
    return (
      <div className={classes['panel']}>
        <Title order={2} size="h6">
          {words.title}
        </Title>
        <div className={classes['empty']}>
          <Text fw={600}>{words.nothing}</Text>
          <Text size="sm">{words.nothingText}</Text>
        </div>
      </div>
    );
  }
  const above = path.slice(0, -1).filter(({ type }) => type !== 'goalGroup');
  const onScreen = projected === null ? undefined : byId.get(projected);
  const here = peers.filter(({ isSelf, place }) => !isSelf && place === line.id);
  return (
    <div className={classes['panel']}>
      <Group justify="space-between" wrap="nowrap" align="start">
        <Title order={2} className={classes['name'] ?? ''}>
          {nameOf(line)}
        </Title>
        {isModerator && (
          <Tooltip label={projected === line.id ? words.stopProject : words.project}>
            <ActionIcon
              variant={projected === line.id ? 'filled' : 'subtle'}
              color={projected === line.id ? 'petrol' : 'gray'}
              size="lg"
              aria-label={words.project}
              aria-pressed={projected === line.id}
              onClick={() => project(projected === line.id ? null : line.id)}
            >
              <IconPresentation size={19} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        )}
      </Group>
      {above.length > 0 && (
        <ul className={classes['path']} aria-label={words.path}>
          {above.map((one) => (
            <li key={one.id}>
              {one.fullNumber !== '' && <span>{one.fullNumber}</span>}
              <UnstyledButton className={classes['link'] ?? ''} onClick={() => goTo(one.id, false)}>
                {one.title === '' ? one.label : one.title}
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
      <Text size="sm" c="dimmed">
        {words.words(facts.words)}
      </Text>
      {here.length > 0 && (
        <PanelSection title={words.here}>
          <ul className={classes['list']}>
            {here.map((peer) => (
              <li key={peer.client} className={classes['person']}>
                <span className={classes['dot']} style={{ '--colour': peer.colour }} aria-hidden />
                {peerName(peer, frame.unnamed)}
              </li>
            ))}
          </ul>
        </PanelSection>
      )}
      {isModerator && onScreen !== undefined && (
        <PanelSection title={words.projected}>
          <Group justify="space-between" wrap="nowrap" gap="sm">
            <UnstyledButton className={classes['link'] ?? ''} onClick={() => goTo(onScreen.id, false)}>
              {nameOf(onScreen)}
            </UnstyledButton>
            <Button size="compact-xs" variant="default" onClick={() => project(null)}>
              {words.stopProject}
            </Button>
          </Group>
          <Text size="xs" c="dimmed" mt={4}>
            {words.pinned}
          </Text>
        </PanelSection>
      )}
      {access !== null && (
        <ContributionSection
          key={`contributions-${line.id}`}
          access={access}
          node={line.id}
          name={nameOf(line)}
          isGoal={line.type === 'goal'}
        />
      )}
      {isModerator ? (
        <ContributionsHere node={line.id} />
      ) : (
        seesVoices && <VoicesSection node={line.id} own={access?.institution ?? null} />
      )}
      {(isModerator || seesVoices) && <ChainSection text={text} id={line.id} />}
      <OriginSection key={`origin-${line.id}`} text={text} id={line.id} edition={edition} />
      {(facts.refersTo.length > 0 || facts.referredFrom.length > 0) && (
        <PanelSection title={words.references}>
          <Links
            title={words.refersTo}
            links={facts.refersTo}
            missing={words.missing}
            onGo={(id) => goTo(id, false)}
          />
          <Links
            title={words.referredFrom}
            links={facts.referredFrom}
            missing={words.missing}
            onGo={(id) => goTo(id, false)}
          />
        </PanelSection>
      )}
      {facts.footnotes.length > 0 && (
        <PanelSection title={words.footnotes}>
          <ul className={classes['list']}>
            {facts.footnotes.map(({ id, number, text: note }) => (
              <li key={id} className={classes['note']}>
                <span>{number}</span>
                <span>{note}</span>
              </li>
            ))}
          </ul>
        </PanelSection>
      )}
      {seesHistory && <HistorySection key={`history-${line.id}`} line={line} />}
      <PanelSection title={words.id}>
        <Group gap={6} wrap="nowrap">
          <Code className={classes['code'] ?? ''}>{line.id}</Code>
          <CopyId id={line.id} />
        </Group>
        <Text size="xs" c="dimmed" mt={4}>
          {words.idHint}
        </Text>
      </PanelSection>
    </div>
  );
}

interface LinksProps<Id> {
  readonly title: string;
  readonly links: readonly { readonly id: Id; readonly name: string | null }[];
  readonly missing: string;
  readonly onGo: (id: Id) => void;
}

function Links<Id extends string>({ title, links, missing, onGo }: LinksProps<Id>) {
  if (links.length === 0) return null;
  return (
    <>
      <Text size="xs" c="dimmed">
        {title}
      </Text>
      <ul className={classes['list']}>
        {links.map(({ id, name }) => (
          <li key={id}>
            {name === null ? (
              <Text size="sm" fs="italic" component="span">
                {missing}
              </Text>
            ) : (
              <UnstyledButton className={classes['link'] ?? ''} onClick={() => onGo(id)}>
                {name}
              </UnstyledButton>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function CopyId({ id }: { readonly id: string }) {
  const { goalPanel, frame } = useWords();
  const [copied, setCopied] = useState(false);
  return (
    <Tooltip label={copied ? frame.copied : goalPanel.copyId}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={goalPanel.copyId}
        onClick={() => void copyText(id).then(setCopied)}
        onBlur={() => setCopied(false)}
      >
        {copied ? <IconCheck size={15} /> : <IconCopy size={15} />}
      </ActionIcon>
    </Tooltip>
  );
}
