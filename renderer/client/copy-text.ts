/**
 * Puts text on the clipboard; false where the browser does not allow it. Guests on a network without TLS have no
 * `navigator.clipboard`, so the older way stands behind it.
 */
export async function copyText(text: string): Promise<boolean> {
  if (window.isSecureContext) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copyBySelection(text);
    }
  }
  return copyBySelection(text);
}

function copyBySelection(text: string): boolean {
  const before = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.setAttribute('aria-hidden', 'true');
  area.style.position = 'fixed';
  area.style.opacity = '0';
  // Within an open dialog, so that its focus trap does not take the selection away.
  (before?.closest('[role="dialog"]') ?? document.body).append(area);
  area.select();
  // Deprecated, and still the only way where the page is not served securely.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const copied = document.execCommand('copy');
  area.remove();
  if (before instanceof HTMLElement) before.focus();
  return copied;
}
