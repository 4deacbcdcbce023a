import type { Page } from 'playwright-core';

/** Told as text, because what runs in the page knows other globals than this process. */
const timesInPage = `{
  const painted = () => new Promise((done) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(performance.now());
    port2.postMessage(null);
  }));
  const seen = (isThere) => new Promise((found) => {
    const observer = new MutationObserver(() => {
      if (!isThere()) return;
      observer.disconnect();
      found();
    });
    observer.observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
  });
  window.times = {
    watch(event, isThere) {
      const begun = new Promise((begin) =>
        addEventListener(event, ({ timeStamp }) => begin(timeStamp), { once: true, capture: true }));
      this.taken = Promise.all([begun, seen(isThere).then(painted)]).then(([from, to]) => to - from);
    },
    focused(row) {
      const begun = new Promise((begin) =>
        addEventListener('keydown', ({ timeStamp }) => begin(timeStamp), { once: true, capture: true }));
      const went = new Promise((done) => addEventListener('focusin', done, { once: true }));
      this.taken = Promise.all([begun, went.then(painted)]).then(([from, to]) => to - from);
    },
  };
}`;

/** Makes a page, and those that it goes to, able to take times. */
export async function withTimes(page: Page): Promise<void> {
  await page.addInitScript(timesInPage);
  await page.evaluate(timesInPage);
}

/** Milliseconds from the first such event to the paint of what is true then for the first time, told as text. */
export async function untilPainted(
  page: Page,
  event: 'keydown' | 'click' | 'input',
  isThere: string,
  act: () => Promise<unknown>,
): Promise<number> {
  await page.evaluate(`times.watch(${JSON.stringify(event)}, () => ${isThere})`);
  await act();
  return page.evaluate<number>('times.taken');
}

/** Milliseconds from a key to the paint of the element that got the focus by it. */
export async function untilFocused(page: Page, key: string): Promise<number> {
  await page.evaluate('times.focused()');
  await page.keyboard.press(key);
  return page.evaluate<number>('times.taken');
}

/** Milliseconds from a key, or from a choice, to the paint in which an expression has another value than before. */
export async function untilChanged(
  page: Page,
  event: 'click' | 'input',
  expression: string,
  act: () => Promise<unknown>,
): Promise<number> {
  await page.evaluate(`window.before = ${expression}`);
  return untilPainted(page, event, `${expression} !== window.before`, act);
}
