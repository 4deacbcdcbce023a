import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { takeDraft } from '../../../electron/host/editions/draft.ts';
import type { LiveHost, LiveHostOptions } from '../../../electron/host/live-host.ts';
import { readStoredRoom } from '../../../electron/host/workspace/edit-room.ts';
import { valueOf } from '../../../shared/errors/value-of.ts';
import { institutionId, type InstitutionId } from '../../../shared/ids/ids.ts';
import type { Role } from '../../../shared/rights/rights.ts';
import { listInstitutions } from '../../../shared/rooms/register-room.ts';
import type { LeitbildNode } from '../../../shared/schema/document.ts';
import { childrenOf, isIdentified, walk } from '../../../shared/schema/walk.ts';
import { appFolder, sampleFile, startAppHost, windowUrl } from './app-host.ts';
import { openPage, type AppPage, type TestBrowser } from './app-page.ts';

/** A host on the sample, as the desktop app runs it. */
export async function sampleHost(
  options: Partial<LiveHostOptions> = {},
): Promise<LiveHost & { readonly path: string }> {
  const path = join(appFolder(), 'ellernfurt.leitbild');
  await sampleFile(path);
  const host = await startAppHost(path, options);
  return { ...host, path };
}

/** What a cookie keeps for a person of that name, so that nobody is asked. */
export function named(name: string, more: object = {}): Parameters<Browser['newContext']>[0] {
  const value = encodeURIComponent(JSON.stringify({ name, nameAsked: true, ...more }));
  return {
    storageState: {
      cookies: [
        {
          ...{ name: 'leitbild-preferences', value, domain: '127.0.0.1', path: '/' },
          ...{ expires: -1, httpOnly: false, secure: false, sameSite: 'Strict' as const },
        },
      ],
      origins: [],
    },
  };
}

/** The window of the host's own machine, with the text in it. */
export async function openWindow(
  browser: TestBrowser,
  host: Pick<LiveHost, 'url' | 'secret'>,
  name = 'Mia Moderat',
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<AppPage> {
  const opened = await openPage(browser, windowUrl(host), { ...named(name), ...options });
  await untilText(opened);
  return opened;
}

/** A guest who has opened a join link at the loopback listener, which serves guests alike. */
export async function openGuest(
  browser: TestBrowser,
  host: LiveHost,
  role: Role,
  name: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<AppPage & { readonly link: string }> {
  const institution: InstitutionId | null =
    role === 'delegate' ? (readStoredRoom(host.workspace, 'process', listInstitutions)[0]?.id ?? null) : null;
  return openInvited(browser, host, { role, institution }, name, options);
}

/** The same for a delegate of a certain institution. */
export function openDelegate(
  browser: TestBrowser,
  host: LiveHost,
  institution: string,
  name: string,
): ReturnType<typeof openGuest> {
  return openInvited(browser, host, { role: 'delegate', institution: institutionId(institution) }, name);
}

async function openInvited(
  browser: TestBrowser,
  host: LiveHost,
  { role, institution }: { readonly role: Role; readonly institution: InstitutionId | null },
  name: string,
  options: Parameters<Browser['newContext']>[0] = {},
): ReturnType<typeof openGuest> {
  const made = valueOf(host.invitations.create({ role, institution, expiresAt: '2099-01-01T00:00:00Z' }));
  const link = `${host.url}/join#token=${made.token}`;
  const opened = await openPage(browser, link, { ...named(name), ...options });
  await untilText(opened);
  return { ...opened, link };
}

/** Waits for the text; where it does not come, says what the page had to say. */
async function untilText({ page, faults }: AppPage): Promise<void> {
  try {
    await textOf(page).waitFor();
  } catch (error) {
    const shown = await page.locator('body').innerText();
    throw new Error(`no text, but: ${shown.slice(0, 400)} ${faults.join(' | ')}`, { cause: error });
  }
}

/** The text as somebody reads or writes it. */
export function textOf(page: Page): Locator {
  return page.locator('.leitbild-text');
}

export function outlineOf(page: Page): Locator {
  return page.getByRole('tree', { name: 'Gliederung' });
}

/** Goes to a goal by the outline, as somebody would: the first, or the one of that place. Gives its id. */
export async function goToGoal(page: Page, index = 0): Promise<string> {
  const goal = outlineOf(page).locator('[data-type="goal"]').nth(index);
  const id = (await goal.getAttribute('id'))?.slice('outline-'.length) ?? '';
  await goal.press('Enter');
  return id;
}

/** What is in the file at this moment. */
export function draftOf({ workspace }: LiveHost) {
  return valueOf(takeDraft(workspace, '2026-01-01T00:00:00Z')).content;
}

/** The words of a node in the file; undefined where it is gone. */
export function wordsInFile(host: LiveHost, id: string): string | undefined {
  const node = nodeInFile(host, id);
  return node === undefined ? undefined : wordsOf(node);
}

export function nodeInFile(host: LiveHost, id: string): LeitbildNode | undefined {
  let found: LeitbildNode | undefined;
  walk(draftOf(host).document, (node) => {
    if (isIdentified(node) && node.attrs.id === id) found = node;
  });
  return found;
}

function wordsOf(node: LeitbildNode): string {
  return node.type === 'text' ? node.text : childrenOf(node).map(wordsOf).join('');
}

/** Ids of the lines that stand directly in a node of the file. */
export function childrenInFile(host: LiveHost, id: string): readonly string[] {
  const node = nodeInFile(host, id);
  return node === undefined
    ? []
    : childrenOf(node)
        .filter(isIdentified)
        .map(({ attrs }) => attrs.id);
}

/** Waits until the window says that all is on the disk. */
export async function untilSaved(page: Page): Promise<void> {
  await page.locator('footer [data-settled]').waitFor();
}

/** Runs a command by the palette, as somebody would who knows its name. */
export async function byPalette(page: Page, words: string, label = 'Befehle und Ziele'): Promise<void> {
  await page.keyboard.press('Control+k');
  const field = page.getByRole('textbox', { name: label });
  await field.fill(words);
  await page.locator('.mantine-Spotlight-action[data-selected]', { hasText: words }).waitFor();
  await page.keyboard.press('Enter');
  await field.waitFor({ state: 'detached' });
}

/** Puts away the dialog in front, as one would: what has opened in it goes first. */
export async function putAway(page: Page): Promise<void> {
  await expect
    .poll(async () => {
      await page.keyboard.press('Escape');
      return page.getByRole('dialog').count();
    })
    .toBe(0);
}

/** Fails with what went wrong in the page, if anything did. */
export function expectNoFaults(...pages: readonly AppPage[]): void {
  expect(pages.flatMap(({ faults }) => faults)).toEqual([]);
}
