import { appError } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';

/**
 * Reads of an answer to which Leitbild it belongs, by its public key. Fails with `file-too-large` and as opening an
 * answer does. What is needed for that is loaded now: hardly anybody drops an answer here.
 */
export async function readAnswerFile(file: File): Promise<Result<string>> {
  const { name, size } = file;
  const [{ PACKAGE_LIMIT }, { openAnswer }] = await Promise.all([
    import('../../../shared/packages/envelope.ts'),
    import('../../../shared/packages/open-package.ts'),
  ]);
  if (size > PACKAGE_LIMIT) {
    return fail(appError('file-too-large', { path: name, bytes: size, limit: PACKAGE_LIMIT }));
  }
  const opened = openAnswer((await file.text()).trimEnd(), name);
  return opened.ok ? ok(opened.value.answer.leitbild) : opened;
}
