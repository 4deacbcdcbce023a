import { describe, expect, it } from 'vitest';
import { browserOfFile } from '../../../support/app/app-page.ts';
import {
  byPalette,
  expectNoFaults,
  goToGoal,
  nodeInFile,
  openWindow,
  sampleHost,
  textOf,
  untilSaved,
  wordsInFile,
} from '../../../support/app/workspace-window.ts';

const browser = browserOfFile();

describe('by the palette and the keyboard alone', () => {
  it('EDT17: a footnote is made and written, and no key replaces it', async () => {
    const host = await sampleHost();
    const window = await openWindow(browser, host);
    const { page } = window;
    const id = await goToGoal(page);
    await page.keyboard.press('End');
    const before = wordsInFile(host, id);
    await byPalette(page, 'Fußnote');
    await page.keyboard.type('Testnote');
    expect(await page.locator('.footnote-text').textContent()).toBe('Testnote');
    await page.keyboard.press('Escape');
    // Behind the mark; then the mark is selected by the keyboard, and what is typed goes into the note.
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Escape');
    await textOf(page).focus();
    await page.keyboard.type('!');
    await untilSaved(page);
    expect(JSON.stringify(nodeInFile(host, id))).toContain('Testnote');
    expect(wordsInFile(host, id)?.replace(/Testnote!?|!/gu, '')).toBe(before);
    expectNoFaults(window);
  });

  it('EDT17: a link and a reference are made where the caret was', async () => {
    const host = await sampleHost();
    const window = await openWindow(browser, host);
    const { page } = window;
    const id = await goToGoal(page);
    await page.keyboard.press('Shift+Control+ArrowRight');
    await byPalette(page, 'Link');
    await page.getByRole('textbox', { name: 'Adresse' }).fill('stadt.example');
    await page.keyboard.press('Enter');
    await textOf(page).locator('a[href="https://stadt.example"]').waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.activeElement?.classList.contains('leitbild-text'));
    await page.keyboard.press('End');
    await byPalette(page, 'Querverweis');
    const target = page.getByRole('textbox', { name: 'Verweis auf' }).or(page.getByRole('combobox'));
    await target.first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Einfügen', exact: true }).press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.activeElement?.classList.contains('leitbild-text'));
    await page.keyboard.type(' danach');
    await untilSaved(page);
    const goal = JSON.stringify(nodeInFile(host, id));
    expect(goal).toContain('https://stadt.example');
    expect(goal).toMatch(/"type":"reference".*danach/u);
    expectNoFaults(window);
  });
});

describe('what the window says and shows', () => {
  it('EDT18: a paste that is refused for its length is told of', async () => {
    const host = await sampleHost();
    const window = await openWindow(browser, host);
    const { page } = window;
    const id = await goToGoal(page);
    const before = wordsInFile(host, id);
    await textOf(page).evaluate((text) => {
      const data = new DataTransfer();
      data.setData('text/plain', 'Wort '.repeat(1_000_000));
      text.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    const notice = page.getByText('Das war zu lang zum Einfügen: 5.000.000 Zeichen');
    await notice.waitFor();
    expect(await notice.textContent()).toContain('Am Text wurde nichts geändert.');
    await untilSaved(page);
    expect(wordsInFile(host, id)).toBe(before);
    expectNoFaults(window);
  });

  it('EDT18: an empty heading says what it is for beside its number, and is no higher for it', async () => {
    const host = await sampleHost();
    const window = await openWindow(browser, host);
    const { page } = window;
    const heading = textOf(page).locator('.heading[data-number]').first();
    const look = () =>
      heading.evaluate((element) => {
        const { content, position, top } = getComputedStyle(element, '::after');
        return { height: element.getBoundingClientRect().height, content, position, top };
      });
    await heading.click();
    await page.keyboard.press('End');
    await page.keyboard.press('Shift+Home');
    await page.keyboard.type('X');
    const written = await look();
    await page.keyboard.press('Backspace');
    const empty = await look();
    expect(empty.content).toMatch(/Überschrift des Kapitels/u);
    expect(empty).toMatchObject({ height: written.height, position: 'absolute', top: '0px' });
    expectNoFaults(window);
  });

  it('EDT18: whoever enlarges the text or narrows the window stays where they were', async () => {
    const host = await sampleHost();
    const window = await openWindow(browser, host);
    const { page } = window;
    const id = await goToGoal(page, 12);
    const goal = textOf(page).locator(`[data-id="${id}"]`);
    const scroller = page.locator('#text');
    const distance = async (): Promise<number> => {
      const [one, other] = [await goal.boundingBox(), await scroller.boundingBox()];
      return (one?.y ?? NaN) - (other?.y ?? NaN);
    };
    const before = await distance();
    expect(before).toBeLessThan(300);
    await page.getByRole('button', { name: 'Text vergrößern' }).click();
    await page.getByRole('button', { name: 'Text vergrößern' }).click();
    await expect.poll(distance).toBeLessThan(before * 1.3 + 40);
    expect(await distance()).toBeGreaterThan(before * 0.7 - 40);
    for (const width of [1024, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await expect.poll(distance, { message: String(width) }).toBeLessThan(before * 1.3 + 160);
      expect(await distance()).toBeGreaterThan(-160);
    }
    expectNoFaults(window);
  });
});
