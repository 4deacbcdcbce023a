import { ok, type Result } from '../../../shared/errors/result.ts';
import { runJob } from '../../client/jobs.ts';
import { useSession } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';
import { useContributionsAccess } from '../contributions/contributions-access.tsx';
import { saveFile } from '../export/save-file.ts';
import type { ViewProps } from '../frame/view-props.ts';
import { AnswerDialog } from './answer-dialog.tsx';

/** Makes the answer of a file that was made from a round package. */
export function AnswerView({ onClose }: ViewProps) {
  const { offline: words } = useWords();
  const session = useSession();
  const access = useContributionsAccess();
  if (access === null) return null;
  const save = async (): Promise<Result<string | null>> => {
    const made = await runJob(session, () => session.api('packages.answer', {}));
    if (!made.ok) return made;
    if (made.value.kind !== 'file') throw new Error('an answer is a file');
    const saved = await saveFile(made.value, session, window, words.answerTitle);
    if (!saved.ok) return saved;
    return ok(saved.value.kind === 'declined' ? null : made.value.name);
  };
  return <AnswerDialog access={access} onSave={save} onClose={onClose} />;
}
