import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readRegisterBytes } from '../../../../electron/host/register/read-register-file.ts';
import { readRegister } from '../../../../electron/host/register/register-import.ts';
import { writeRegisterBytes } from '../../../../electron/host/register/write-register-file.ts';
import { readStoredRoom } from '../../../../electron/host/workspace/edit-room.ts';
import type { LiveHost } from '../../../../electron/host/live-host.ts';
import { valueOf } from '../../../../shared/errors/value-of.ts';
import { listDelegates } from '../../../../shared/register/delegates-room.ts';
import { takesPart } from '../../../../shared/register/institution.ts';
import { listNamings } from '../../../../shared/register/namings-room.ts';
import { openBrowser } from '../../../support/app/app-page.ts';
import {
  byPalette,
  expectNoFaults,
  openGuest,
  openWindow,
  sampleHost,
} from '../../../support/app/workspace-window.ts';

const inFile = ({ workspace }: LiveHost, name: string) =>
  readRegister(workspace).find(({ institution }) => institution.name === name);

async function openRegister(page: Page) {
  await byPalette(page, 'Register der Institutionen');
  const view = page.getByRole('dialog', { name: 'Register der Institutionen' });
  const list = view.getByRole('navigation', { name: 'Institutionen' });
  const choose = async (name: string): Promise<void> => {
    await list.getByText(name, { exact: true }).click();
    await view.getByRole('heading', { name, exact: true }).waitFor();
  };
  return { view, list, choose };
}

test('an institution is added, renamed, merged and let go, with the way back; people are invited', async () => {
  const host = await sampleHost();
  const window = await openWindow(await openBrowser(), host);
  const { page } = window;
  const { view, list, choose } = await openRegister(page);

  await view.getByRole('button', { name: 'Institution aufnehmen …' }).click();
  const add = page.getByRole('dialog', { name: 'Institution aufnehmen' });
  await add.getByRole('textbox', { name: 'Name', exact: true }).fill('GGUA');
  await add.getByRole('textbox', { name: 'Name der Person' }).fill('Frau Beispiel');
  await add.getByRole('textbox', { name: 'E-Mail' }).fill('kein Briefkasten');
  await add.getByRole('button', { name: 'Speichern' }).click();
  await add.getByText('Das ist keine E-Mail-Adresse.').waitFor();
  await add.getByRole('textbox', { name: 'E-Mail' }).fill('ggua@example.org');
  await page.keyboard.press('Enter');
  await view.getByRole('heading', { name: 'GGUA' }).waitFor();
  await expect.poll(() => inFile(host, 'GGUA')?.contact.email).toBe('ggua@example.org');

  // Whoever is like another is pointed out before there are two.
  await view.getByRole('button', { name: 'Institution aufnehmen …' }).click();
  await add.getByRole('textbox', { name: 'Name', exact: true }).fill('GGUA Flüchtlingshilfe');
  await add.getByText('Ähnlich heißt schon: „GGUA“').waitFor();
  await add.getByRole('button', { name: 'Speichern' }).click();
  await view.getByRole('heading', { name: 'GGUA Flüchtlingshilfe' }).waitFor();

  await view.getByRole('button', { name: 'Umbenennen …' }).click();
  const rename = page.getByRole('dialog', { name: /umbenennen/ });
  await rename.getByRole('textbox', { name: 'Neuer Name' }).fill('Flüchtlingshilfe Ellernfurt');
  await rename.getByLabel('Letzter Tag des bisherigen Namens').fill('2026-03-31');
  await page.keyboard.press('Enter');
  await view.getByText('GGUA Flüchtlingshilfe (bis 31.03.2026)').waitFor();
  await page.getByRole('button', { name: /^Rückgängig: / }).click();
  await page.getByText('Es ist wieder wie vorher.').waitFor();
  await view.getByRole('heading', { name: 'GGUA Flüchtlingshilfe' }).waitFor();
  await expect.poll(() => inFile(host, 'GGUA Flüchtlingshilfe')?.institution.formerNames).toBeUndefined();

  await view.getByRole('button', { name: 'Person eintragen …' }).click();
  const person = page.getByRole('dialog', { name: 'Person eintragen' });
  await person.getByRole('textbox', { name: 'Name' }).fill('Herr Amtszeit');
  await person.getByLabel('Spricht ab').fill('2026-01-01');
  await page.keyboard.press('Enter');
  await view.getByRole('button', { name: 'Herr Amtszeit einladen' }).click();
  const issued = page.getByRole('dialog', { name: /Herr Amtszeit, GGUA Flüchtlingshilfe/ });
  await issued.getByRole('button').last().click();
  const delegatesInFile = () => readStoredRoom(host.workspace, 'contacts', listDelegates);
  const invitationOf = () =>
    delegatesInFile().find(({ name }) => name === 'Herr Amtszeit')?.invitation ?? null;
  await expect.poll(invitationOf).not.toBeNull();
  expect(host.workspace.invitations.list().map(({ id }) => id)).toContain(invitationOf());
  // Somebody was invited for it, so it can leave, but not be deleted.
  await view.getByText(/Löschen geht nur/).waitFor();

  await view.getByRole('button', { name: 'Zusammenlegen …' }).click();
  const merge = page.getByRole('dialog', { name: /zusammenlegen/ });
  await merge.getByText(/Mit dem einen gültigen Link lassen sich .* weiter lesen/).waitFor();
  await merge.getByRole('combobox', { name: 'Geht auf in' }).fill('GGUA');
  await page.getByRole('option', { name: 'GGUA', exact: true }).click();
  await merge.getByRole('button', { name: 'Zusammenlegen' }).click();
  await view.getByRole('button', { name: 'aufgegangen in: GGUA' }).waitFor();
  const kept = inFile(host, 'GGUA')?.institution.id;
  await expect.poll(() => inFile(host, 'GGUA Flüchtlingshilfe')?.institution.mergedInto).toBe(kept);
  expect(delegatesInFile().find(({ name }) => name === 'Herr Amtszeit')).toMatchObject({ institution: kept });
  await view.getByRole('button', { name: 'Zusammenlegung aufheben' }).click();
  await expect.poll(() => inFile(host, 'GGUA Flüchtlingshilfe')?.institution.mergedInto).toBeUndefined();

  await choose('GGUA');
  await view.getByRole('button', { name: 'Löschen …' }).click();
  await page
    .getByRole('dialog', { name: /löschen\?$/ })
    .getByRole('button', { name: 'Löschen' })
    .click();
  await expect.poll(() => inFile(host, 'GGUA')).toBeUndefined();
  await list.getByRole('button', { name: /^GGUA Flüchtlingshilfe/ }).waitFor();
  expectNoFaults(window);
});

test.each(['csv', 'xlsx'] as const)(
  'a list in %s is asked about, taken over, and given out again',
  async (format) => {
    const host = await sampleHost();
    const window = await openWindow(await openBrowser(), host);
    const { page } = window;
    const before = readRegister(host.workspace);
    const [first, second] = before;
    if (first === undefined || second === undefined) throw new Error('the sample has a register');
    const like = `${first.institution.name} der Stadt Ellernfurt gGmbH`;
    const plain = (name: string, person = '') => ({
      institution: { ...first.institution, id: '' as typeof first.institution.id, name },
      contact: { person, email: '', phone: '' },
    });
    const { view } = await openRegister(page);
    await view.getByRole('button', { name: 'Liste einlesen …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Liste einlesen' });
    const choose = (buffer: Buffer) =>
      page
        .locator('input[type="file"]')
        .setInputFiles({ name: `liste.${format}`, mimeType: 'text/csv', buffer });

    await choose(Buffer.from('%PDF-1.7'));
    await dialog
      .getByRole('alert')
      .getByText(/ist keine Tabelle/)
      .waitFor();
    await choose(
      await writeRegisterBytes(format, [plain(like, 'Frau Ganzneu'), plain('Völlig Andere Stelle'), second]),
    );
    await dialog.getByText('Eine Zeile ist noch zu entscheiden.').waitFor();
    const apply = dialog.getByRole('button', { name: 'Übernehmen' });
    expect(await apply.isDisabled()).toBe(true);
    expect(readRegister(host.workspace)).toEqual(before);
    await dialog.getByRole('radio', { name: new RegExp('^Dieselbe wie .* sie heißt jetzt') }).check();
    await apply.click();
    await dialog.waitFor({ state: 'detached' });

    const after = readRegister(host.workspace);
    expect(after).toHaveLength(before.length + 1);
    expect(after.find(({ institution }) => institution.id === first.institution.id)).toMatchObject({
      institution: { name: like, formerNames: [{ name: first.institution.name }] },
      contact: { person: 'Frau Ganzneu' },
    });

    await view.getByRole('button', { name: 'Ausgeben' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: format === 'csv' ? /CSV/ : /Excel/ }).click(),
    ]);
    const bytes = readFileSync(await download.path());
    const table = valueOf(await readRegisterBytes(bytes, download.suggestedFilename()));
    expect(table.slice(1).map(([name]) => name)).toEqual(after.map(({ institution }) => institution.name));
    // The browser itself notes the answer to the file that is no table.
    expect(window.faults.filter((fault) => !/409 .*register\.importPlan/.test(fault))).toEqual([]);
  },
);

test('who refuses is not named in the edition, and freezing tells who was not asked', async () => {
  const host = await sampleHost();
  const window = await openWindow(await openBrowser(), host);
  const { page } = window;
  const all = readRegister(host.workspace).filter(({ institution }) => takesPart(institution));
  const label = String(new Date().getFullYear());
  const { view } = await openRegister(page);
  await view.getByText('Nennung in der Edition').click();
  const name = all[0]?.institution.name ?? '';
  await view.getByText(`0 einverstanden · 0 nicht einverstanden · ${all.length} nicht gefragt`).waitFor();
  await view
    .getByRole('radiogroup', { name: `Nennung von ${name}` })
    .getByText('Nein')
    .click();
  await view.getByText(`0 einverstanden · 1 nicht einverstanden · ${all.length - 1} nicht gefragt`).waitFor();
  await expect
    .poll(() => readStoredRoom(host.workspace, 'process', (process) => listNamings(process, label)).size)
    .toBe(1);
  await view.getByRole('button', { name: 'Register schließen' }).click();
  await byPalette(page, 'Editionen');
  const editions = page.getByRole('dialog', { name: 'Editionen' });
  await editions.getByRole('button', { name: /^Entwurf/ }).click();
  await editions.getByRole('button', { name: 'Als Edition festschreiben …' }).click();
  const freeze = page.getByRole('dialog', { name: 'Entwurf als Edition festschreiben' });
  await freeze.getByText(`${all.length - 1} Institutionen werden als Beteiligte abgedruckt`).waitFor();
  await freeze.getByText(/Eine Institution möchte nicht genannt werden/).waitFor();
  await freeze.getByText(new RegExp(`${all.length - 1} sind nicht gefragt`)).waitFor();
  expectNoFaults(window);
});

test('readers and delegates see names and kinds, and nothing of people', async () => {
  const host = await sampleHost();
  const browser = await openBrowser();
  for (const role of ['reader', 'delegate'] as const) {
    const guest = await openGuest(browser, host, role, 'Gast');
    await byPalette(guest.page, 'Register der Institutionen');
    const view = guest.page.getByRole('dialog', { name: 'Register der Institutionen' });
    const [first] = readRegister(host.workspace);
    await view.getByText(first?.institution.name ?? '').waitFor();
    expect(await view.getByRole('button').count()).toBe(1);
    expect(await view.innerText()).not.toContain(first?.contact.person ?? '');
    expectNoFaults(guest);
  }
});
