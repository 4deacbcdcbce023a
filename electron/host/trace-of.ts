import { AppFailure } from '../../shared/errors/errors.ts';

/** Where an error arose, without its message, which might quote the document. For logs. */
export function traceOf(error: unknown): { readonly error: string; readonly at: readonly string[] } {
  if (!(error instanceof Error)) return { error: typeof error, at: [] };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return { error: codeOf(error), at: frames.slice(0, 8).map((line) => line.trim()) };
}

/** What an error is called in logs: its code where it has one from the closed list, else its class. */
export function codeOf(error: unknown): string {
  if (error instanceof AppFailure) return error.error.code;
  return error instanceof Error ? error.name : typeof error;
}
