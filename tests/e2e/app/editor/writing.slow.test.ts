import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LeitbildDocument, LeitbildNode } from '../../../../shared/schema/document.ts';
import { plainText, walk } from '../../../../shared/schema/walk.ts';
import { launchChromium } from '../../../support/chromium.ts';
import { bundle, openEditorPage } from '../../../support/editor/editor-page.ts';
import type { Harness } from '../../../support/editor/harness.ts';
import { sampleDocument } from '../../../support/sample-document.ts';
import { sampleProfile } from '../../../support/sample-profile.ts';

declare const window: { harness: Harness };

let browser: Browser;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  browser = await launchChromium();
  page = await openEditorPage(browser, await bundle());
  page.on('pageerror', (error) => faults.push(error.stack ?? error.message));
});
afterAll(() => browser.close());
beforeEach(async () => {
  faults.length = 0;
  await open();
  return () => {
    expect(faults).toEqual([]);
  };
});

function open(options: { editable?: boolean } = {}): Promise<void> {
  return page.evaluate(([document, given]) => window.harness.open(document, given), [
    sampleDocument(),
    { ...options, profile: sampleProfile },
  ] as const);
}

function document_(): Promise<LeitbildDocument> {
  return page.evaluate(() => window.harness.document());
}

/** Clicks behind or before the first place that holds these words. */
async function clickAt(words: string, side: 'before' | 'after' = 'after'): Promise<void> {
  const box = await page.evaluate(
    ([wanted, where]) => {
      const text = document.querySelector('.leitbild-text');
      if (!text) throw new Error('no text');
      const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(wanted) ?? -1;
        if (at === -1) continue;
        node.parentElement?.scrollIntoView({ block: 'center' });
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        const rects = [...range.getClientRects()];
        const rect = where === 'after' ? rects.at(-1) : rects[0];
        if (!rect) throw new Error('not seen');
        return { x: where === 'after' ? rect.right : rect.left, y: rect.top + rect.height / 2 };
      }
      throw new Error(`nowhere: ${wanted}`);
    },
    [words, side] as const,
  );
  // The browser tells of a new selection in a task of its own, which is over by the next frame.
  await page.mouse.click(box.x + (side === 'before' ? 1 : -1), box.y);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

function textOf(node: LeitbildNode): string {
  return plainText([node]);
}

async function nodeOf(id: string): Promise<LeitbildNode | undefined> {
  let found: LeitbildNode | undefined;
  walk(await document_(), (node) => {
    if ('attrs' in node && 'id' in node.attrs && node.attrs.id === id) found ??= node;
  });
  return found;
}

describe('writing with the keyboard', () => {
  it('EDT9: what is typed stands in the room at once, and numbers follow a new goal', async () => {
    await clickAt('bis zur Prüfung begleitet.');
    await page.keyboard.type(' Auch im zweiten Jahr.');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Ein neues Teilziel.');
    const text = textOf((await nodeOf('feld-arbeit')) ?? { type: 'text', text: '' });
    expect(text).toContain('begleitet. Auch im zweiten Jahr.Ein neues Teilziel.Schulen und Betriebe');
    const numbers = await page.$$eval('[data-id="feld-arbeit"] .goal', (goals) =>
      goals.map((goal) => goal.getAttribute('data-number')),
    );
    expect(numbers).toEqual(['L1', 'T1', 'T2', 'T3', 'T4']);
    expect(await page.getAttribute('[data-id="z-t2"]', 'aria-label')).toBe('Teilziel 2.1.T3');
  });

  it('EDT9: Tab and Shift-Tab, Alt with arrows, and Ctrl-Z take back step by step', async () => {
    const before = await document_();
    await clickAt('Schulen und Betriebe', 'before');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Alt+ArrowDown');
    expect(textOf((await nodeOf('z-t2')) ?? { type: 'text', text: '' })).toContain('Praktika');
    expect(await page.getAttribute('[data-id="z-t2"]', 'data-number')).toBe('T2');
    expect(await document_()).not.toEqual(before);
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+z');
    expect(await document_()).toEqual(before);
    await page.keyboard.press('Control+y');
    expect(await document_()).not.toEqual(before);
  });

  it('EDT9: undo takes back the own letters and leaves what others wrote since', async () => {
    await clickAt('Jeder Betrieb', 'before');
    await page.keyboard.type('Wirklich ');
    await page.evaluate(() => {
      const other = window.harness.other();
      const texts: { insert(at: number, text: string): void; toString(): string }[] = [];
      const collect = (type: { toArray(): unknown[] }): void => {
        for (const child of type.toArray() as { toArray?(): unknown[]; toString(): string }[]) {
          if (child.toArray) collect(child as { toArray(): unknown[] });
          else texts.push(child as never);
        }
      };
      collect(other.getXmlFragment('document') as unknown as { toArray(): unknown[] });
      texts.find((text) => text.toString().startsWith('Wirklich'))?.insert(9, 'ganz ');
    });
    await page.keyboard.press('Control+z');
    expect(textOf((await nodeOf('z-t1')) ?? { type: 'text', text: '' })).toContain('ganz Jeder Betrieb');
  });

  it('EDT10: the text can be left by keyboard: after Escape, Tab goes on', async () => {
    await clickAt('Schulen und Betriebe', 'before');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('leitbild-text');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).not.toContain('leitbild-text');
  });

  it('EDT10: a read-only text can be selected and searched with the eyes, but not changed; it switches while open', async () => {
    await open({ editable: false });
    const before = await document_();
    await clickAt('Jeder Betrieb', 'before');
    await page.keyboard.type('x');
    await page.keyboard.press('Enter');
    expect(await document_()).toEqual(before);
    expect(await page.getAttribute('[data-id="z-t1"]', 'data-number')).toBe('T1');
    await page.evaluate(() => window.harness.editor().setEditable(true));
    await clickAt('Jeder Betrieb', 'before');
    await page.keyboard.type('x');
    expect(textOf((await nodeOf('z-t1')) ?? { type: 'text', text: '' })).toContain('xJeder Betrieb');
  });
});

describe('footnotes', () => {
  it('EDT11: typing "[^" makes a footnote whose text is written beside its mark; Escape leads back', async () => {
    await clickAt('Schulen und Betriebe vereinbaren');
    await page.keyboard.type('[^Siehe Anlage 3.');
    await page.keyboard.press('Escape');
    await page.keyboard.type(' verbindlich');
    const goal = await nodeOf('z-t2');
    expect(JSON.stringify(goal)).toContain('Siehe Anlage 3.');
    expect(textOf(goal ?? { type: 'text', text: '' })).toContain('vereinbaren verbindlich gemeinsam');
    expect(await page.$('.footnote-panel')).toBeNull();
    const marks = await page.$$eval('.footnote', (all) =>
      all.map((mark) => mark.getAttribute('data-number')),
    );
    expect(marks).toEqual(['1', '2', '3', '4', '5']);
  });

  it('EDT11: a click on a mark opens its text, and what others write in it appears there', async () => {
    await page.click('[data-id="z-t1"] .footnote');
    await page.waitForSelector('.footnote-text');
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' Und jeder Art.');
    expect(await page.textContent('.footnote-text')).toBe(
      'Gemeint sind Betriebe jeder Größe. Und jeder Art.',
    );
    expect(JSON.stringify(await nodeOf('z-t1'))).toContain('jeder Größe. Und jeder Art.');
    await page.keyboard.press('Control+z');
    expect(await page.textContent('.footnote-text')).toBe('Gemeint sind Betriebe jeder Größe.');
    await page.keyboard.press('Enter');
    expect(await page.$('.footnote-panel')).toBeNull();
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('leitbild-text');
  });
});

describe('references', () => {
  it('EDT12: "@" offers what can be referred to; arrows and Enter choose, and the text follows its target', async () => {
    await clickAt('Dieses Leitbild ersetzt keinen Haushaltsplan.');
    await page.keyboard.type(' Vgl. @wohn');
    await page.waitForSelector('.suggestion');
    expect(await page.textContent('.suggestion[aria-selected="true"]')).toBe(
      'Handlungsfeld 2.2Wohnen und Nachbarschaft',
    );
    await page.keyboard.press('Enter');
    await page.keyboard.type('.');
    expect(await page.getAttribute('[data-id="abgrenzung"] .reference', 'data-text')).toBe(
      'Handlungsfeld\u00a02.2',
    );
    expect(await page.$('.suggestions')).toBeNull();
    await clickAt('Wohnen und Nachbarschaft', 'before');
    await page.keyboard.press('Alt+ArrowUp');
    expect(await page.getAttribute('[data-id="abgrenzung"] .reference', 'data-text')).toBe(
      'Handlungsfeld\u00a02.1',
    );
  });

  it('EDT12: Escape dismisses the list and leaves what was typed', async () => {
    await clickAt('Dieses Leitbild ersetzt keinen Haushaltsplan.');
    await page.keyboard.type(' @arbeit');
    await page.waitForSelector('.suggestions');
    await page.keyboard.press('Escape');
    expect(await page.$('.suggestions')).toBeNull();
    await page.keyboard.type(' und mehr');
    expect(textOf((await nodeOf('abgrenzung')) ?? { type: 'text', text: '' })).toContain('@arbeit und mehr');
  });
});
