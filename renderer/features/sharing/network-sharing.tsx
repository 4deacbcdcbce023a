import { Alert, Button, Code, Group, Stack, Switch, Text, Title } from '@mantine/core';
import { IconWifi, IconWifiOff } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import type { SharingStatus } from '../../../shared/api/contract.ts';
import type { HostEvent } from '../../../shared/api/events.ts';
import type { AppError } from '../../../shared/errors/errors.ts';
import { useApi, useHostEvent, useSession } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';
import classes from './sharing.module.css';

/** Lets others on the network reach this text, and says where. */
export function NetworkSharing() {
  const { sharing: words, describe } = useWords();
  const { place } = useSession();
  const api = useApi();
  const [status, setStatus] = useState<SharingStatus | null>(null);
  const [tls, setTls] = useState(true);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const read = useCallback(() => {
    void api('sharing.status', {}).then((answer) => {
      if (answer.ok) setStatus(answer.value);
      else setError(answer.error);
    });
  }, [api]);
  useEffect(read, [read]);
  useHostEvent(
    useCallback(
      (event: HostEvent) => {
        if (event.type === 'sharing-started' || event.type === 'sharing-stopped') read();
      },
      [read],
    ),
  );
  const change = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    const answer =
      status?.state === 'on' ? await api('sharing.stop', {}) : await api('sharing.start', { port: 0, tls });
    setBusy(false);
    if (answer.ok) setStatus(answer.value);
    else setError(answer.error);
  };
  const isOn = status?.state === 'on';
  return (
    <section aria-labelledby="sharing-network">
      <Group justify="space-between" align="start" wrap="nowrap">
        <Stack gap={4} flex={1}>
          <Title order={3} size="h5" id="sharing-network" className={classes['title'] ?? ''}>
            {isOn ? <IconWifi size={20} aria-hidden /> : <IconWifiOff size={20} aria-hidden />}
            {words.network}
          </Title>
          <Text size="sm" aria-live="polite">
            {isOn ? words.networkOn : words.networkOff}
          </Text>
        </Stack>
        {place.local && (
          <Button
            variant={isOn ? 'default' : 'filled'}
            loading={isBusy}
            disabled={status === null}
            onClick={() => void change()}
          >
            {isOn ? words.stop : words.start}
          </Button>
        )}
      </Group>
      {!place.local && (
        <Text size="sm" c="dimmed" mt="xs">
          {words.onlyHere}
        </Text>
      )}
      {place.local && status?.state === 'off' && (
        <Switch
          mt="sm"
          label={words.tls}
          description={words.tlsHint}
          checked={tls}
          onChange={(event) => setTls(event.currentTarget.checked)}
        />
      )}
      {status?.state === 'on' && (
        <dl className={classes['facts']}>
          <dt>{words.addresses}</dt>
          {status.urls.map((url) => (
            <dd key={url}>
              <Code>{url}</Code>
            </dd>
          ))}
          {status.fingerprint !== null && (
            <>
              <dt>{words.fingerprint}</dt>
              <dd>
                <Code className={classes['fingerprint'] ?? ''}>{status.fingerprint}</Code>
              </dd>
            </>
          )}
          <dd>
            <Text size="sm" c="dimmed">
              {words.stopHint}
            </Text>
          </dd>
        </dl>
      )}
      {error !== null && (
        <Alert mt="sm" color="red" role="alert">
          {describe(error)}
        </Alert>
      )}
    </section>
  );
}
