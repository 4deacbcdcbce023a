import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { IssuedInvitation } from '../../../shared/api/contract.ts';
import { readJoinLink } from '../../../shared/api/join-link.ts';
import { copyText } from '../../client/copy-text.ts';
import { useWords } from '../../client/use-words.ts';
import classes from './sharing.module.css';

/** The link of an invitation with its QR code; the only time that it is seen. */
export function IssuedDialog({
  issued,
  who,
  onClose,
}: {
  readonly issued: IssuedInvitation;
  /** Whom it is for. */
  readonly who: string;
  readonly onClose: () => void;
}) {
  const { sharing: words, frame } = useWords();
  const [copied, setCopied] = useState<boolean | null>(null);
  const { link, qrSvg } = issued;
  const picture = useMemo(
    () => (qrSvg === null ? null : `data:image/svg+xml;utf8,${encodeURIComponent(qrSvg)}`),
    [qrSvg],
  );
  // A fingerprint is in the link where nobody else vouches for the certificate.
  const isSelfMade = link !== null && (readJoinLink(link)?.fingerprint ?? null) !== null;
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.issuedTitle(who)}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': frame.close }}
    >
      {link === null ? (
        <Alert>{words.issuedWithoutLink}</Alert>
      ) : (
        <Stack gap="md">
          <Text>{words.issued}</Text>
          {picture !== null && <img className={classes['qr']} src={picture} alt={words.qr} />}
          <TextInput
            label={words.link}
            value={link}
            readOnly
            onFocus={(event) => event.currentTarget.select()}
            error={copied === false && frame.copyFailed}
          />
          <Button variant="light" onClick={() => void copyText(link).then(setCopied)} data-autofocus>
            {copied === true ? frame.copied : words.copyLink}
          </Button>
          {isSelfMade && (
            <Text size="sm" c="dimmed">
              {words.issuedWarning}
            </Text>
          )}
        </Stack>
      )}
      <Group justify="flex-end" mt="lg">
        <Button onClick={onClose}>{words.done}</Button>
      </Group>
    </Modal>
  );
}
