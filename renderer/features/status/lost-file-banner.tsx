import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { AppError } from '../../../shared/errors/errors.ts';
import { useApi } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';
import classes from './status.module.css';

/**
 * Says that the file was deleted or replaced while it was open, and offers to write what the program still holds into a
 * new file and to go on there. The window loses its connection for a moment and finds it again by itself.
 */
export function LostFileBanner() {
  const words = useWords();
  const { lostFile } = words.shell;
  const api = useApi();
  const [isSaving, setSaving] = useState(false);
  const [failed, setFailed] = useState<AppError | null>(null);
  const save = async (): Promise<void> => {
    setSaving(true);
    const saved = await api('workspace.saveCopy', { path: null, goOnThere: true });
    setFailed(saved.ok ? null : saved.error);
    setSaving(false);
  };
  return (
    <div className={classes['banner']} role="alert">
      <span className={classes['bannerText']}>
        <strong>{lostFile.title}.</strong> {failed === null ? lostFile.text : words.describe(failed)}
      </span>
      <UnstyledButton
        className={classes['bannerButton'] ?? ''}
        disabled={isSaving}
        onClick={() => void save()}
      >
        {lostFile.save}
      </UnstyledButton>
    </div>
  );
}
