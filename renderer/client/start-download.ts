/** Lets the browser download what stands at an address. */
export function startDownload(url: string, name: string, document: Document): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
}

/** Lets the browser download a text, as a file that every editor opens: UTF-8 with a mark, lines as Windows ends them. */
export function downloadText(text: string, name: string, window: Window): void {
  const lines = `\uFEFF${text.replaceAll(/\r?\n/g, '\r\n')}`;
  const url = URL.createObjectURL(new Blob([lines], { type: 'text/plain;charset=utf-8' }));
  startDownload(url, name, window.document);
  // The download has its bytes once it has begun.
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
