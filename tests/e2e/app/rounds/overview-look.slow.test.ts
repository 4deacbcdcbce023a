import type { LiveHost } from '../../../../electron/host/live-host.ts';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../../../shared/editions/canonical-json.ts';
import { acceptVoices } from '../../../../shared/contributions/voices-room.ts';
import type { Statement } from '../../../../shared/contributions/contribution.ts';
import { contributionKinds } from '../../../../shared/contributions/contribution.ts';
import { readText } from '../../../../shared/decisions/read-text.ts';
import { writeDecision } from '../../../../shared/decisions/decisions-room.ts';
import { contributionId, decisionId, institutionId, roundId } from '../../../../shared/ids/ids.ts';
import { makeNodeAnchor } from '../../../../shared/contributions/make-anchor.ts';
import { upsertInstitutions } from '../../../../shared/rooms/register-room.ts';
import { numberDocument } from '../../../../shared/text/numbering.ts';
import { placesOf } from '../../../../shared/weighing/places.ts';
import { browserOfFile } from '../../../support/app/app-page.ts';
import { standardProfile } from '../../../support/app/app-host.ts';
import { accessibilityFaults, picture } from '../../../support/app/look.ts';
import { openRound } from '../../../support/app/open-round.ts';
import { byPalette, draftOf, openWindow, sampleHost } from '../../../support/app/workspace-window.ts';
import { readPdf } from '../../../support/read-pdf.ts';
import { statement } from '../../../support/arbitrary-contribution.ts';

const browser = browserOfFile();

/** 106 institutions, of which every tenth is silent, and what the others said on twenty days. */
function fill(host: LiveHost): void {
  const { document } = draftOf(host);
  const { flow } = readText(document);
  const goals = placesOf(document, numberDocument(document, standardProfile())).all.filter(
    ({ type }) => type === 'goal',
  );
  host.rooms.edit('process', (process) =>
    upsertInstitutions(
      process,
      Array.from({ length: 80 }, (_, index) => ({
        id: institutionId(`verein-${String(index)}`),
        name: `Verein für gute Nachbarschaft Nummer ${String(index + 1)} e. V.`,
        kind: 'association' as const,
        seats: 1,
      })),
    ),
  );
  const round = roundId('runde-2025');
  const records = Array.from({ length: 400 }, (_, index): Statement => {
    const goal = goals[(index * index) % goals.length];
    const anchor = goal && makeNodeAnchor(flow, goal.id);
    return statement(`c${String(index)}`, {
      ...{ institution: institutionId(`verein-${String((index * 7) % 72)}`), round },
      kind: contributionKinds[index % 25 === 0 ? 4 : index % 4 === 1 ? 0 : index % 4] ?? 'comment',
      ...{
        anchor: anchor ?? { on: 'document' },
        wording: 'Kürzer.',
        body: 'Das sollte klarer gesagt werden.',
      },
    });
  });
  host.rooms.edit('voices', (voices) =>
    acceptVoices(
      voices,
      records.map((record, index) => ({
        ...{ record, canonical: canonicalJson(record) },
        receipt: {
          receivedAt: new Date(Date.UTC(2026, 9, 1 + index / 20, 10)).toISOString().replace('.000', ''),
        },
      })),
    ),
  );
  host.rooms.edit('decisions', (decisions) => {
    for (const [index, { id }] of records.slice(0, 200).entries()) {
      writeDecision(decisions, {
        ...{
          type: 'decision',
          id: decisionId(`d${String(index)}`),
          by: 'local',
          changes: [],
          workshop: null,
        },
        at: `2026-11-${String(1 + (index % 18)).padStart(2, '0')}T09:00:00Z`,
        contributions: [contributionId(id)],
        outcome: index % 10 === 1 ? 'deferred' : 'adopted',
        ...{ reason: 'Klarer.', stage: index % 3 === 0 ? 'proposed' : 'final' },
      });
    }
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`rounds and the overview of 100 institutions are accessible, ${colorScheme}`, async () => {
    const host = await sampleHost();
    openRound(host);
    fill(host);
    const opened = await openWindow(browser, host, 'Mia Moderat', { colorScheme });
    const { page, faults } = opened;
    const found: string[] = [];
    const look = async (name: string): Promise<void> => {
      await picture(page, `${name}-${colorScheme}`);
      found.push(...(await accessibilityFaults(page)).map((fault) => `${name}: ${fault}`));
    };
    await byPalette(page, 'Überblick über die Beteiligung');
    const overview = page.getByRole('dialog', { name: 'Überblick über die Beteiligung' });
    await overview.getByRole('heading', { name: 'Wer hat sich wozu geäußert?' }).waitFor();
    const invited = await overview.locator('[data-figure="invited"] dd').innerText();
    const region = overview.getByRole('region', { name: 'Institutionen nach Handlungsfeldern' });
    expect(await region.getByRole('row').count()).toBe(Number(invited) + 2);
    expect(await overview.locator('[data-figure="statements"] dd').innerText()).toBe('400');
    await look('overview');
    await overview.getByRole('button', { name: 'Tabelle zeigen' }).click();
    const last = overview
      .getByRole('row')
      .filter({ hasText: /2026.*400$/ })
      .last();
    await last.waitFor();
    await overview.getByRole('img', { name: /400 Beiträge am Ende/ }).scrollIntoViewIfNeeded();
    await look('overview-history');
    await overview.getByRole('heading', { name: /Stille Institutionen/ }).scrollIntoViewIfNeeded();
    await look('overview-end');
    // On paper all of it stands, one page after the other, without the window around it.
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#root').isVisible()).toBe(false);
    const heights = await overview
      .locator('[data-overview]')
      .evaluate((all) => [all.scrollHeight, all.clientHeight]);
    expect(heights[0]).toBe(heights[1]);
    const paper = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    const printed = (await readPdf(paper)).pages.join(' ').replaceAll(/\s+/gu, ' ');
    for (const words of ['Afrikanischer Kulturkreis', 'Offene Einwände', 'Wohnbau Ellernfurt GmbH']) {
      expect(printed).toContain(words);
    }
    // The sums stand once, and not on each page.
    expect(printed.split('400 + 0').length).toBe(2);
    await page.emulateMedia({ media: 'screen' });
    await page.keyboard.press('Escape');
    await overview.waitFor({ state: 'detached' });

    await byPalette(page, 'Beteiligungsrunden');
    const view = page.getByRole('dialog', { name: 'Beteiligungsrunden' });
    await view.getByText(/^Noch nichts \(/).click();
    await look('rounds-silent');
    await view.getByRole('button', { name: 'Runde schließen' }).click();
    await page.getByRole('dialog', { name: '„Revision 2025“ schließen?' }).waitFor();
    await look('rounds-ask');
    await page.keyboard.press('Escape');
    await view.getByRole('button', { name: 'Neue Runde' }).click();
    await view.getByLabel('Ausgewählte Institutionen').check();
    await view.getByLabel('Nach einzelnen Handlungsfeldern').check();
    await view.getByRole('button', { name: 'Speichern' }).click();
    await view.getByText('Bitte wählen Sie mindestens eine Institution.').waitFor();
    await look('rounds-form');
    await page.setViewportSize({ width: 390, height: 844 });
    await look('rounds-form-narrow');
    expect([...found, ...faults]).toEqual([]);
  });
}
