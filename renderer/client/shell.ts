import type { LeitbildShell } from '../../shared/app/shell-bridge.ts';

/** What the desktop program offers this window; null in a browser. */
export function shellOf(window: Window): LeitbildShell | null {
  return (window as Window & { readonly leitbildShell?: LeitbildShell }).leitbildShell ?? null;
}
