import type { Page } from 'playwright-core';
import { untilFocused, untilPainted, withTimes } from './page-times.ts';

/** What a plain table needed, in milliseconds. */
export interface PlainTimes {
  readonly open: number;
  readonly filter: readonly number[];
  readonly search: readonly number[];
  readonly arrow: readonly number[];
}

/**
 * A plain HTML table of as many rows in the same browser, all of them in the page, with the words at hand: what a window
 * could be that derives nothing, asks nobody and draws everything.
 */
export async function plainTable(page: Page, words: readonly string[]): Promise<PlainTimes> {
  await withTimes(page);
  await page.setContent(`<!doctype html><style>
    body { font: 15px sans-serif; height: 100vh; margin: 0; overflow: auto }
    td { padding: 8px; border-bottom: 1px solid #ccc; max-width: 400px }
  </style><button>Öffnen</button><label><input type="checkbox">Nur offene</label><input type="search">
  <output></output><table></table>`);
  await page.evaluate(`{
    const rows = ${JSON.stringify(words)};
    const table = document.querySelector('table');
    const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const leave = (isLeft) => {
      let count = 0;
      [...table.rows].forEach((row, index) => {
        row.hidden = !isLeft(index);
        count += row.hidden ? 0 : 1;
      });
      document.querySelector('output').textContent = count + ' ' + performance.now();
    };
    document.querySelector('button').onclick = () => {
      table.innerHTML = rows.map((text, index) => '<tr tabindex="-1"><td>' + index + '</td><td>Ganze Stelle</td>'
        + '<td>Verein Nummer ' + index % 106 + '</td><td>Anmerkung</td><td>' + escaped(text)
        + '</td><td>Offen</td></tr>').join('');
    };
    document.querySelector('[type=checkbox]').onclick = ({ currentTarget }) =>
      leave((index) => !currentTarget.checked || index % 3 > 0);
    document.querySelector('[type=search]').oninput = ({ currentTarget }) => {
      const wanted = currentTarget.value.toLowerCase();
      leave((index) => rows[index].toLowerCase().includes(wanted));
    };
    table.onkeydown = ({ key, target }) => {
      if (key === 'ArrowDown') target.nextElementSibling.focus();
    };
  }`);
  const open = await untilPainted(page, 'click', `document.querySelector('td') !== null`, () =>
    page.locator('button').click(),
  );
  const counted = `document.querySelector('output').textContent !== window.before`;
  const filter: number[] = [];
  for (let round = 0; round < 6; round += 1) {
    await page.evaluate(`window.before = document.querySelector('output').textContent`);
    filter.push(await untilPainted(page, 'click', counted, () => page.locator('[type=checkbox]').click()));
  }
  const search: number[] = [];
  for (const word of ['integration', 'sprache', 'kinder', 'stadt', 'bildung']) {
    await page.evaluate(`window.before = document.querySelector('output').textContent`);
    search.push(await untilPainted(page, 'input', counted, () => page.locator('[type=search]').fill(word)));
  }
  await page.locator('[type=search]').fill('');
  await page.locator('tr').first().focus();
  const arrow: number[] = [];
  for (let step = 0; step < 40; step += 1) arrow.push(await untilFocused(page, 'ArrowDown'));
  return { open, filter, search, arrow };
}
