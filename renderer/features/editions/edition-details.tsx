import { Alert, Button, Loader, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { FrozenEdition } from '../../../shared/editions/edition.ts';
import type { Result } from '../../../shared/errors/result.ts';
import { numberedText } from '../../client/live-text.ts';
import { useApi } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';
import { PrintedText } from '../../ui/printed-text.tsx';
import { EditionFacts } from './edition-facts.tsx';
import layout from '../../ui/side-list.module.css';
import classes from './editions.module.css';

export interface EditionDetailsProps {
  readonly label: string;
  /** Label of the edition before; null for the first. */
  readonly previous: string | null;
  readonly onExport: () => void;
  /** Whether there is to be room for something else. */
  readonly isBrief: boolean;
  /** Reading or comparing; `text` is what reading shows. */
  readonly modes: (text: ReactNode) => ReactNode;
}

/** One edition, read and checked by the host: its facts, its proof and its text. */
export function EditionDetails({ label, previous, onExport, isBrief, modes }: EditionDetailsProps) {
  const words = useWords();
  const { editions: say } = words;
  const api = useApi();
  const [shown, setShown] = useState<{
    readonly label: string;
    readonly edition: Result<FrozenEdition>;
  } | null>(null);
  useEffect(() => {
    let left = false;
    void api('editions.show', { label }).then((edition) => {
      if (!left) setShown({ label, edition });
    });
    return () => {
      left = true;
    };
  }, [api, label]);
  if (shown?.label !== label) return <Loader role="status" aria-label={say.loading} />;
  if (!shown.edition.ok) {
    return (
      <Alert color="red" variant="light" role="alert" title={say.notVerified}>
        {words.describe(shown.edition.error)}
      </Alert>
    );
  }
  const edition = shown.edition.value;
  return (
    <>
      <div className={layout['head']}>
        <div>
          <Title order={2} className={classes['editionTitle'] ?? ''}>
            {say.edition(label)}
          </Title>
          <p className={classes['editionName']}>{edition.content.title}</p>
          {edition.content.subtitle !== '' && (
            <p className={classes['editionSub']}>{edition.content.subtitle}</p>
          )}
        </div>
        <Button leftSection={<IconDownload size={18} aria-hidden />} onClick={onExport}>
          {say.exportIt}
        </Button>
      </div>
      {!isBrief && <EditionFacts key={label} edition={edition} previous={previous} />}
      {modes(<EditionText edition={edition} />)}
    </>
  );
}

function EditionText({ edition: { content } }: { readonly edition: FrozenEdition }) {
  const { editions: say } = useWords();
  const text = useMemo(() => numberedText(content.document, content.profile), [content]);
  return (
    <div className={classes['paper']} lang={content.profile.language}>
      <PrintedText text={text} missingReference={say.missingReference} />
      {content.participants.length > 0 && (
        <section>
          <Title order={3} className={classes['participantsTitle'] ?? ''}>
            {content.profile.labels.participants}
          </Title>
          <ul className={classes['participants']}>
            {content.participants.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
