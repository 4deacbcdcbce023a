import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { valueOf } from '../../../../shared/errors/value-of.ts';
import { readDocument, writeDocument } from '../../../../shared/rooms/text-room.ts';
import type { LeitbildDocument } from '../../../../shared/schema/document.ts';
import { browserOfFile } from '../../../support/app/app-page.ts';
import { openGuest, openWindow, sampleHost, textOf } from '../../../support/app/workspace-window.ts';

const browser = browserOfFile();

/** A page that would take the place of ours, and tells whether it can reach the one that it was opened from. */
async function foreignPage(): Promise<string> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(
      '<script>document.title = `opener ${window.opener} referrer "${document.referrer}"`</script>',
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
}

/** The document with its first words as a link. */
function linked(document: LeitbildDocument, href: string): LeitbildDocument {
  let done = false;
  return JSON.parse(
    JSON.stringify(document, (_key, value: unknown) => {
      const isText = typeof value === 'object' && value !== null && 'text' in value;
      if (done || !isText || ('marks' in value && value.marks !== undefined)) return value;
      if (!('type' in value) || value.type !== 'text') return value;
      done = true;
      return { ...value, marks: [{ type: 'link', attrs: { href } }] };
    }),
  ) as LeitbildDocument;
}

it('a link that somebody wrote takes no window away; with Ctrl it opens elsewhere and knows nothing of ours', async () => {
  const host = await sampleHost();
  const href = await foreignPage();
  host.rooms.edit('text', (doc) => writeDocument(doc, linked(valueOf(readDocument(doc)), href)));
  const windows = [
    await openGuest(browser, host, 'reader', 'Lea Leserin'),
    await openWindow(browser, host, 'Mia Moderat'),
  ];
  for (const { page } of windows) {
    const before = page.url();
    const link = textOf(page).locator(`a[href="${href}"]`).first();
    await link.scrollIntoViewIfNeeded();
    await link.click();
    await link.dblclick();
    expect(page.url()).toBe(before);
    const [opened] = await Promise.all([
      page.context().waitForEvent('page'),
      link.click({ modifiers: ['Control'] }),
    ]);
    await opened.waitForFunction(() => document.title.startsWith('opener'));
    expect(await opened.title()).toBe('opener null referrer ""');
    expect([page.url(), page.context().pages().length]).toEqual([before, 2]);
    await opened.close();
  }
});
