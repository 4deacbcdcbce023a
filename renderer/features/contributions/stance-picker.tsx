import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { makeNodeAnchor } from '../../../shared/contributions/make-anchor.ts';
import { stances, type Stance } from '../../../shared/contributions/contribution.ts';
import { submitContribution } from '../../../shared/contributions/contributions-room.ts';
import { clearStance, setStance, submitStances } from '../../../shared/contributions/stances.ts';
import { contributionId, type NodeId } from '../../../shared/ids/ids.ts';
import { createId } from '../../client/create-id.ts';
import { useWords } from '../../client/use-words.ts';
import { shortDay } from '../../ui/format-values.ts';
import {
  isAskedAbout,
  mayContribute,
  sentMessage,
  signatureOf,
  type ContributionsAccess,
} from './contributions-access.tsx';
import type { OwnContributions, OwnRecord } from './own-contributions.ts';
import type { Position } from '../../../shared/contributions/contribution.ts';

export interface StancePickerProps {
  readonly access: ContributionsAccess;
  readonly own: OwnContributions;
  readonly node: NodeId;
  /** What the goal is called, for those who do not see it. */
  readonly name: string;
}

/** Where the institution stands on one goal: what it submitted, and what its delegates mean to submit. */
export function StancePicker({ access, own, node, name }: StancePickerProps) {
  const { contributions: words } = useWords();
  const given = own.positions.get(node);
  const meant = own.stances.get(node);
  const isOpen = mayContribute(access);
  const isAsked = isAskedAbout(access, node);
  const choose = (stance: Stance): void => {
    const flow = access.flow();
    const anchor = flow === null ? undefined : makeNodeAnchor(flow, node);
    if (given?.record.stance === stance && anchor?.textHash === given.record.anchor.textHash) {
      clearStance(access.doc, node);
    } else if (anchor !== undefined) setStance(access.doc, { anchor, stance, body: meant?.body ?? '' });
  };
  const submit = (): void => {
    const sent = submitStances(access.doc, signatureOf(access), () => contributionId(createId()), [node]);
    notifications.show({
      message: sent.ok ? sentMessage(access, sent.value.length, words) : words.faults.other,
    });
  };
  return (
    <Stack gap={6}>
      {given === undefined ? (
        <Text size="sm" c="dimmed">
          {words.silent}
        </Text>
      ) : (
        <Given access={access} given={given} isOpen={isOpen} />
      )}
      {isOpen && (isAsked || meant !== undefined) && (
        <>
          <Radio.Group
            size="sm"
            aria-label={words.positionHint(name)}
            value={meant?.stance ?? given?.record.stance ?? ''}
            onChange={(value) => {
              const stance = stances.find((known) => known === value);
              if (stance !== undefined) choose(stance);
            }}
          >
            <Stack gap={4}>
              {stances.map((stance) => (
                <Radio
                  key={stance}
                  value={stance}
                  label={words.stances[stance]}
                  size="sm"
                  disabled={!isAsked}
                />
              ))}
            </Stack>
          </Radio.Group>
          {meant !== undefined && (
            <Group gap="xs" justify="space-between">
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                onClick={() => clearStance(access.doc, node)}
              >
                {words.clearStance}
              </Button>
              <Button size="compact-sm" disabled={!isAsked} onClick={submit}>
                {words.submit}
              </Button>
            </Group>
          )}
        </>
      )}
    </Stack>
  );
}

interface GivenProps {
  readonly access: ContributionsAccess;
  readonly given: OwnRecord<Position>;
  readonly isOpen: boolean;
}

function Given({ access, given, isOpen }: GivenProps) {
  const { contributions: words, language } = useWords();
  const { record, receipt } = given;
  const flow = access.flow();
  const now = flow === null ? undefined : makeNodeAnchor(flow, record.anchor.nodeId);
  const withdraw = (): void =>
    submitContribution(access.doc, {
      type: 'withdrawal',
      id: contributionId(createId()),
      ...signatureOf(access),
      withdraws: record.id,
      body: '',
    });
  return (
    <div>
      <Text size="sm" fw={600}>
        {receipt === null
          ? `${words.stances[record.stance]} – ${access.byFile ? words.states.forAnswer : words.states.waiting}`
          : words.given(words.stances[record.stance], shortDay(receipt.receivedAt, language))}
      </Text>
      {now !== undefined && now.textHash !== record.anchor.textHash && (
        <Text size="xs" c="dimmed">
          {words.positionChanged}
        </Text>
      )}
      {isOpen && (
        <Button size="compact-xs" variant="subtle" color="gray" onClick={withdraw}>
          {words.withdrawPosition}
        </Button>
      )}
    </div>
  );
}
