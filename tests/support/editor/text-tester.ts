import type { Page } from 'playwright-core';
import type { LeitbildDocument, LeitbildNode } from '../../../shared/schema/document.ts';
import { childrenOf, walk } from '../../../shared/schema/walk.ts';
import { launchChromium } from '../chromium.ts';
import { sampleDocument } from '../sample-document.ts';
import { sampleProfile } from '../sample-profile.ts';
import { bundle, openEditorPage } from './editor-page.ts';
import type { Harness } from './harness.ts';

declare const window: { harness: Harness };

/** A page with the editor alone, used as a person would. */
export interface TextTester {
  readonly page: Page;
  /** Uncaught errors since the text was opened. */
  readonly faults: readonly string[];
  open(options?: { readonly editable?: boolean; readonly document?: LeitbildDocument }): Promise<void>;
  document(): Promise<LeitbildDocument>;
  /** A node as the room holds it. */
  node(id: string): Promise<LeitbildNode>;
  /** What a node holds, as indented lines: `*bold*`, `/italic/`, `<address link>`, `[footnote]`. */
  shape(id: string): Promise<readonly string[]>;
  /** Brings the first place that holds these words into the middle; where they are in the window, in pixels. */
  placeOf(words: string, side: 'before' | 'after'): Promise<{ readonly x: number; readonly y: number }>;
  /** Clicks before or behind the first place that holds these words. */
  clickAt(words: string, side?: 'before' | 'after'): Promise<void>;
  /** Selects with the mouse from the beginning of some words to the end of others. */
  select(from: string, to: string): Promise<void>;
  /** Pastes by the event that the browser sends; gives back the notices that the editor told meanwhile. */
  paste(data: Readonly<Record<string, string>>): Promise<readonly unknown[]>;
  close(): Promise<void>;
}

export async function createTextTester(): Promise<TextTester> {
  const browser = await launchChromium();
  const page = await openEditorPage(browser, await bundle());
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.stack ?? error.message));

  const placeOf: TextTester['placeOf'] = (words, side) =>
    page.evaluate(
      async ([wanted, where]) => {
        const text = document.querySelector('.leitbild-text');
        if (!text) throw new Error('no text');
        const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.textContent?.indexOf(wanted) ?? -1;
          if (at === -1) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + wanted.length);
          // What comes into view is laid out anew, which moves what is below it: until it stays where it is.
          let top = Number.NaN;
          while (top !== range.getBoundingClientRect().top) {
            node.parentElement?.scrollIntoView({ block: 'center' });
            ({ top } = range.getBoundingClientRect());
            await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
          }
          const rects = [...range.getClientRects()];
          const rect = where === 'after' ? rects.at(-1) : rects[0];
          if (!rect) throw new Error('not seen');
          return { x: where === 'after' ? rect.right - 1 : rect.left + 1, y: rect.top + rect.height / 2 };
        }
        throw new Error(`nowhere: ${wanted}`);
      },
      [words, side] as const,
    );
  // The browser tells of a new selection in a task of its own, which is over by the next frame.
  const settle = (): Promise<unknown> =>
    page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

  const tester: TextTester = {
    page,
    faults,
    async open({ editable = true, document = sampleDocument() } = {}) {
      faults.length = 0;
      await page.evaluate(([given, options]) => window.harness.open(given, options), [
        document,
        { editable, profile: sampleProfile },
      ] as const);
    },
    placeOf,
    document: () => page.evaluate(() => window.harness.document()),
    async node(id) {
      let found: LeitbildNode | undefined;
      walk(await tester.document(), (node) => {
        if ('attrs' in node && 'id' in node.attrs && node.attrs.id === id) found ??= node;
      });
      if (!found) throw new Error(`no ${id}`);
      return found;
    },
    shape: async (id) => childrenOf(await tester.node(id)).flatMap((child) => linesOf(child, 0)),
    async clickAt(words, side = 'after') {
      const { x, y } = await placeOf(words, side);
      await page.mouse.click(x, y);
      await settle();
    },
    async select(from, to) {
      const start = await placeOf(from, 'before');
      await page.mouse.click(start.x, start.y);
      await settle();
      const there = await placeOf(to, 'after');
      await page.keyboard.down('Shift');
      await page.mouse.click(there.x, there.y);
      await page.keyboard.up('Shift');
      await settle();
    },
    paste: (data) =>
      page.evaluate((given) => {
        const notices: unknown[] = [];
        const stop = window.harness.editor().onNotice((notice) => notices.push(notice));
        const clipboardData = new DataTransfer();
        for (const [type, value] of Object.entries(given)) clipboardData.setData(type, value);
        const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
        document.activeElement?.dispatchEvent(event);
        stop();
        return notices;
      }, data),
    close: () => browser.close(),
  };
  return tester;
}

function linesOf(node: LeitbildNode, depth: number): readonly string[] {
  const children = childrenOf(node);
  const indent = '  '.repeat(depth);
  const isText = ['paragraph', 'heading', 'signatureName', 'signatureOffice'].includes(node.type);
  if (isText) return [`${indent}${node.type} ${inline(children)}`.trimEnd()];
  return [`${indent}${node.type}`, ...children.flatMap((child) => linesOf(child, depth + 1))];
}

function inline(content: readonly LeitbildNode[]): string {
  return content
    .map((node) => {
      if (node.type === 'hardBreak') return '\n';
      if (node.type === 'footnote') return `[${inline(childrenOf(node))}]`;
      if (node.type === 'reference') return `@${node.attrs.target}`;
      if (node.type !== 'text') return '';
      return (node.marks ?? []).reduce((words, mark) => {
        if (mark.type === 'link') return `<${mark.attrs.href} ${words}>`;
        return mark.type === 'strong' ? `*${words}*` : `/${words}/`;
      }, node.text);
    })
    .join('');
}
