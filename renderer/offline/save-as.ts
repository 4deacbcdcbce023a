import { startDownload } from '../client/start-download.ts';

/** Lets the browser save a text under a name, byte for byte. */
export function saveAs(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/octet-stream' }));
  startDownload(url, name, document);
  // The download has its bytes once it has begun.
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
