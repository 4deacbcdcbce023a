import { expect, it } from 'vitest';
import { listDrafts } from '../../../../shared/contributions/drafts.ts';
import type { RoomName } from '../../../../shared/rooms/rooms.ts';
import { askedRound } from '../../../support/asked-round.ts';
import { valueOf } from '../../../support/filled-workspace.ts';
import { connectClient } from '../../../support/host-client.ts';
import { browserOfFile } from '../../../support/app/app-page.ts';
import { accessibilityFaults, picture } from '../../../support/app/look.ts';
import {
  byPalette,
  expectNoFaults,
  goToGoal,
  openDelegate,
  openWindow,
  sampleHost,
} from '../../../support/app/workspace-window.ts';

const browser = browserOfFile();
const NAME = 'Integrationsrat der Stadt Ellernfurt';
const INTO = 'Fachstelle Zusammenleben der Stadt Ellernfurt';

it('REG24: what a delegate is typing when the institution is merged stays, and the delegate reads into what', async () => {
  const host = await sampleHost();
  const client = await connectClient(host, host.secret);
  valueOf(await client.call('rounds.save', { round: askedRound }));
  valueOf(await client.call('rounds.open', { round: 'r1' }));
  client.close();
  const anna = await openDelegate(browser, host, 'integrationsrat', 'Anna');
  await goToGoal(anna.page);
  const panel = anna.page.locator('#panel');
  await panel.getByRole('button', { name: 'Beitrag schreiben' }).click();
  const field = panel.getByLabel('Anmerkung', { exact: true });
  await field.fill('Was noch nicht fertig ist');

  const mia = await openWindow(browser, host);
  await byPalette(mia.page, 'Register der Institutionen');
  const view = mia.page.getByRole('dialog', { name: 'Register der Institutionen' });
  await view.getByRole('navigation', { name: 'Institutionen' }).getByText(NAME, { exact: true }).click();
  await view.getByRole('button', { name: 'Zusammenlegen …' }).click();
  const merge = mia.page.getByRole('dialog', { name: /zusammenlegen/ });
  await merge.getByRole('combobox', { name: 'Geht auf in' }).fill('Fachstelle');
  await mia.page.getByRole('option', { name: INTO, exact: true }).click();
  await merge.getByText(/Entwürfe, die Delegierte .* begonnen haben, bleiben erhalten/).waitFor();
  await merge.getByText(/lassen sich .* weiter lesen/).waitFor();
  await picture(mia.page, 'register-merge');
  expect(await accessibilityFaults(mia.page)).toEqual([]);
  await merge.getByRole('button', { name: 'Zusammenlegen' }).click();

  await panel.getByText(`Ihre Institution ist in „${INTO}“ aufgegangen.`).waitFor();
  expect(await field.inputValue()).toBe('Was noch nicht fertig ist');
  expect(await panel.getByRole('button', { name: 'Einreichen', exact: true }).count()).toBe(0);
  const drafts = () =>
    host.rooms.read('contributions/integrationsrat' as RoomName, (doc) =>
      listDrafts(doc).map(({ body }) => body.toJSON()),
    );
  await expect.poll(drafts).toEqual(['Was noch nicht fertig ist']);
  await picture(anna.page, 'merged-delegate');

  // Taken back, it goes on as if nothing had been.
  await mia.page.getByRole('button', { name: /^Rückgängig: / }).click();
  await panel.getByRole('button', { name: 'Einreichen', exact: true }).waitFor();
  expect(await field.inputValue()).toBe('Was noch nicht fertig ist');
  expectNoFaults(mia, anna);
});
