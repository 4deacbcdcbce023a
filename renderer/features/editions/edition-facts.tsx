import { Alert, Button, CopyButton, Group, Loader, Text, Tooltip, ActionIcon } from '@mantine/core';
import { IconCheck, IconCopy, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { ProvenEdition } from '../../../shared/api/edition-calls.ts';
import type { EditionContent, FrozenEdition } from '../../../shared/editions/edition.ts';
import type { Result } from '../../../shared/errors/result.ts';
import { useApi } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';
import { longDay } from '../../ui/format-values.ts';
import classes from './editions.module.css';

/** Digits of a checksum that are shown: enough to compare by eye, few enough to be read. */
const SHORT = 16;

/** Adoption, checksum and chain of an edition, and the button that proves them. */
export function EditionFacts({
  edition: { content, hash },
  previous,
}: {
  readonly edition: FrozenEdition;
  /** Label of the edition before; null for the first. */
  readonly previous: string | null;
}) {
  const words = useWords();
  const { editions: say, language } = words;
  const api = useApi();
  const [proof, setProof] = useState<Result<ProvenEdition> | 'running' | null>(null);
  const verify = async (): Promise<void> => {
    setProof('running');
    setProof(await api('editions.verify', { label: content.label }));
  };
  return (
    <div className={classes['facts']}>
      <dl>
        <dt>{say.adoption}</dt>
        <dd>{adoptionText(content, say, language)}</dd>
        <dt>{say.frozenAt}</dt>
        <dd>{longDay(content.frozenAt, language)}</dd>
        <dt>{say.participants}</dt>
        <dd>{say.participantsCount(content.participants.length)}</dd>
        <dt>{say.previous}</dt>
        <dd>{previous === null ? say.first : say.edition(previous)}</dd>
        <dt>{say.hash}</dt>
        <dd>
          <Group gap="xs">
            <code title={hash} className={classes['hash']}>
              {hash.slice(0, SHORT)}…
            </code>
            <CopyButton value={hash}>
              {({ copied, copy }) => (
                <Tooltip label={copied ? say.copied : say.copyHash}>
                  <ActionIcon variant="subtle" aria-label={say.copyHash} onClick={copy}>
                    {copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
                  </ActionIcon>
                </Tooltip>
              )}
            </CopyButton>
            <Button
              size="compact-sm"
              variant="light"
              leftSection={<IconShieldCheck size={16} aria-hidden />}
              disabled={proof === 'running'}
              onClick={() => void verify()}
            >
              {say.verify}
            </Button>
          </Group>
        </dd>
      </dl>
      <div role="status">
        {proof === 'running' && (
          <Group gap="xs">
            <Loader size="xs" aria-hidden />
            <Text size="sm">{say.verifying}</Text>
          </Group>
        )}
        {proof !== null && proof !== 'running' && proof.ok && (
          <Alert color="green" variant="light" icon={<IconCheck aria-hidden />}>
            {say.verified}
          </Alert>
        )}
        {proof !== null && proof !== 'running' && !proof.ok && (
          <Alert color="red" variant="light" title={say.notVerified}>
            {words.describe(proof.error)}
          </Alert>
        )}
      </div>
    </div>
  );
}

function adoptionText(
  { adoption }: EditionContent,
  say: ReturnType<typeof useWords>['editions'],
  language: 'de' | 'en',
): string {
  if (adoption === null) return say.notAdopted;
  return say.adopted(adoption.body, longDay(adoption.date, language), adoption.paper);
}
