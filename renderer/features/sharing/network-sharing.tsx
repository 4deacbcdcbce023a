import { Alert, Button, Code, Group, Modal, Stack, Switch, Text, Title } from '@mantine/core';
import { IconWifi, IconWifiOff } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import type { SharingStatus } from '../../../shared/api/contract.ts';
import type { HostEvent } from '../../../shared/api/events.ts';
import type { AppError } from '../../../shared/errors/errors.ts';
import type { Result } from '../../../shared/errors/result.ts';
import { useApi, useHostEvent, useSession } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';
import classes from './sharing.module.css';

/** After these the host is asked anew where it can be reached. */
const changes: ReadonlySet<HostEvent['type']> = new Set([
  'sharing-started',
  'sharing-moved',
  'sharing-stopped',
]);

/** Lets others on the network reach this text, and says where. */
export function NetworkSharing() {
  const { sharing: words, describe, frame } = useWords();
  const { place } = useSession();
  const api = useApi();
  const [status, setStatus] = useState<SharingStatus | null>(null);
  const [chosenTls, setTls] = useState<boolean | null>(null);
  const [isAsked, setAsked] = useState(false);
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
        if (changes.has(event.type)) read();
      },
      [read],
    ),
  );
  const isOn = status?.state === 'on';
  // As it was the last time, because links given out say so.
  const tls = chosenTls ?? (status?.state === 'off' ? (status.last?.tls ?? true) : true);
  const carryOut = async (work: () => Promise<Result<SharingStatus>>): Promise<void> => {
    setBusy(true);
    setError(null);
    const answer = await work();
    setBusy(false);
    if (answer.ok) setStatus(answer.value);
    else setError(answer.error);
  };
  const stop = (): void => {
    setAsked(false);
    void carryOut(() => api('sharing.stop', {}));
  };
  const change = async (): Promise<void> => {
    if (!isOn) {
      await carryOut(() => api('sharing.start', { port: null, tls }));
      return;
    }
    const host = await api('host.status', {});
    const hasGuests =
      host.ok && host.value.listeners.some(({ name, connections }) => name === 'network' && connections > 0);
    if (hasGuests) setAsked(true);
    else stop();
  };
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
          <Stack gap={4} align="end" className={classes['switching'] ?? ''}>
            <Button
              variant={isOn ? 'default' : 'filled'}
              loading={isBusy}
              disabled={status === null}
              {...(isOn && { 'aria-describedby': 'sharing-stop-hint' })}
              onClick={() => void change()}
            >
              {isOn ? words.stop : words.start}
            </Button>
            {isOn && (
              <Text size="xs" c="dimmed" id="sharing-stop-hint">
                {words.stopHint}
              </Text>
            )}
          </Stack>
        )}
      </Group>
      {isOn && status.moved && (
        <Alert mt="sm" color="yellow" role="alert">
          {words.moved}
        </Alert>
      )}
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
        </dl>
      )}
      {error !== null && (
        <Alert mt="sm" color="red" role="alert">
          {describe(error)}
        </Alert>
      )}
      {isAsked && isOn && (
        <Modal
          opened
          onClose={() => setAsked(false)}
          title={words.stopAsk}
          closeButtonProps={{ 'aria-label': frame.close }}
        >
          <Text>{words.stopAskHint}</Text>
          <Group justify="flex-end" mt="lg">
            <Button variant="default" onClick={() => setAsked(false)}>
              {frame.cancel}
            </Button>
            <Button color="red" onClick={stop}>
              {words.stop}
            </Button>
          </Group>
        </Modal>
      )}
    </section>
  );
}
