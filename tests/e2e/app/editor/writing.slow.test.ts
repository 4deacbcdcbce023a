import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { plainText } from '../../../../shared/schema/walk.ts';
import type { Harness } from '../../../support/editor/harness.ts';
import { createTextTester, type TextTester } from '../../../support/editor/text-tester.ts';

declare const window: { harness: Harness };

let tester: TextTester;
let page: Page;

beforeAll(async () => {
  tester = await createTextTester();
  ({ page } = tester);
});
afterAll(() => tester.close());
beforeEach(async () => {
  await tester.open();
  return () => {
    expect(tester.faults).toEqual([]);
  };
});

async function textOf(id: string): Promise<string> {
  return plainText([await tester.node(id)]);
}

describe('writing with the keyboard', () => {
  it('EDT9: what is typed stands in the room at once, and numbers follow a new goal', async () => {
    await tester.clickAt('bis zur Prüfung begleitet.');
    await page.keyboard.type(' Auch im zweiten Jahr.');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Ein neues Teilziel.');
    const text = await textOf('feld-arbeit');
    expect(text).toContain('begleitet. Auch im zweiten Jahr.Ein neues Teilziel.Schulen und Betriebe');
    const numbers = await page.$$eval('[data-id="feld-arbeit"] .goal', (goals) =>
      goals.map((goal) => goal.getAttribute('data-number')),
    );
    expect(numbers).toEqual(['L1', 'T1', 'T2', 'T3', 'T4']);
    expect(await page.getAttribute('[data-id="z-t2"]', 'aria-label')).toBe('Teilziel 2.1.T3');
  });

  it('EDT9: Tab and Shift-Tab, Alt with arrows, and Ctrl-Z take back step by step', async () => {
    const before = await tester.document();
    await tester.clickAt('Schulen und Betriebe', 'before');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Alt+ArrowDown');
    expect(await textOf('z-t2')).toContain('Praktika');
    expect(await page.getAttribute('[data-id="z-t2"]', 'data-number')).toBe('T2');
    expect(await tester.document()).not.toEqual(before);
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+z');
    expect(await tester.document()).toEqual(before);
    await page.keyboard.press('Control+y');
    expect(await tester.document()).not.toEqual(before);
  });

  it('EDT9: undo takes back the own letters and leaves what others wrote since', async () => {
    await tester.clickAt('Jeder Betrieb', 'before');
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
      collect(other.getXmlFragment('document'));
      texts.find((text) => text.toString().startsWith('Wirklich'))?.insert(9, 'ganz ');
    });
    await page.keyboard.press('Control+z');
    expect(await textOf('z-t1')).toContain('ganz Jeder Betrieb');
  });

  it('EDT10: the text can be left by keyboard: after Escape, Tab goes on', async () => {
    await tester.clickAt('Schulen und Betriebe', 'before');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('leitbild-text');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).not.toContain('leitbild-text');
  });

  it('EDT10: a read-only text can be selected and searched with the eyes, but not changed; it switches while open', async () => {
    await tester.open({ editable: false });
    const before = await tester.document();
    await tester.clickAt('Jeder Betrieb', 'before');
    await page.keyboard.type('x');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+z');
    await tester.paste({ 'text/plain': 'Eingefügt' });
    expect(await tester.document()).toEqual(before);
    expect(await page.getAttribute('.leitbild-text', 'aria-readonly')).toBe('true');
    await tester.select('Jeder Betrieb', 'der ausbilden will');
    expect(await page.evaluate(() => getSelection()?.toString())).toContain('Betrieb, der ausbilden wil');
    expect(await page.getAttribute('[data-id="z-t1"]', 'data-number')).toBe('T1');
    await page.evaluate(() => window.harness.editor().setEditable(true));
    await tester.clickAt('Jeder Betrieb', 'before');
    await page.keyboard.type('x');
    expect(await textOf('z-t1')).toContain('xJeder Betrieb');
  });
});

describe('footnotes', () => {
  it('EDT11: typing "[^" makes a footnote whose text is written beside its mark; Escape leads back', async () => {
    await tester.clickAt('Schulen und Betriebe vereinbaren');
    await page.keyboard.type('[^Siehe Anlage 3.');
    await page.keyboard.press('Escape');
    await page.keyboard.type(' verbindlich');
    const goal = await tester.node('z-t2');
    expect(JSON.stringify(goal)).toContain('Siehe Anlage 3.');
    expect(plainText([goal])).toContain('vereinbaren verbindlich gemeinsam');
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
    expect(JSON.stringify(await tester.node('z-t1'))).toContain('jeder Größe. Und jeder Art.');
    await page.keyboard.press('Control+z');
    expect(await page.textContent('.footnote-text')).toBe('Gemeint sind Betriebe jeder Größe.');
    await page.keyboard.press('Enter');
    expect(await page.$('.footnote-panel')).toBeNull();
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('leitbild-text');
  });
});

describe('references', () => {
  it('EDT12: "@" offers what can be referred to; arrows and Enter choose, and the text follows its target', async () => {
    await tester.clickAt('Dieses Leitbild ersetzt keinen Haushaltsplan.');
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
    await tester.clickAt('Wohnen und Nachbarschaft', 'before');
    await page.keyboard.press('Alt+ArrowUp');
    expect(await page.getAttribute('[data-id="abgrenzung"] .reference', 'data-text')).toBe(
      'Handlungsfeld\u00a02.1',
    );
  });

  it('EDT12: they are typed in a footnote, too, and shown there', async () => {
    await tester.clickAt('Dieses Leitbild ersetzt keinen Haushaltsplan.');
    await page.keyboard.type('[^');
    await page.waitForSelector('.footnote-text');
    await page.keyboard.type('Vgl. @wohn');
    await page.waitForSelector('.suggestion');
    await page.keyboard.press('Enter');
    await page.keyboard.type('.');
    expect(await page.getAttribute('.footnote-text .reference', 'data-text')).toBe('Handlungsfeld\u00a02.2');
    expect(JSON.stringify(await tester.node('abgrenzung'))).toMatch(
      /"type":"footnote".*"Vgl\. ".*"target":"feld-wohnen".*"text":"\."/,
    );
    await page.keyboard.press('Escape');
    expect(await page.$('.footnote-text')).toBeNull();
  });

  it('EDT12: Escape dismisses the list and leaves what was typed', async () => {
    await tester.clickAt('Dieses Leitbild ersetzt keinen Haushaltsplan.');
    await page.keyboard.type(' @arbeit');
    await page.waitForSelector('.suggestions');
    await page.keyboard.press('Escape');
    expect(await page.$('.suggestions')).toBeNull();
    await page.keyboard.type(' und mehr');
    expect(await textOf('abgrenzung')).toContain('@arbeit und mehr');
  });
});
