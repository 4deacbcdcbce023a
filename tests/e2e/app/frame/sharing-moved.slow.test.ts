import { expect, it } from 'vitest';
import { browserOfFile } from '../../../support/app/app-page.ts';
import { accessibilityFaults, picture } from '../../../support/app/look.ts';
import { openWindow, outlineOf, sampleHost } from '../../../support/app/workspace-window.ts';
import { valueOf } from '../../../../shared/errors/value-of.ts';

const browser = browserOfFile();

it('NET19: says that the device has another address until it is put away', async () => {
  const machine = { addresses: ['192.168.1.20'] };
  const host = await sampleHost({ addresses: () => machine.addresses });
  const { page } = await openWindow(browser, host);
  await outlineOf(page).getByRole('treeitem').first().waitFor();
  valueOf(await host.sharing.start({ port: null, tls: false }));
  machine.addresses = ['192.168.1.77'];
  host.look();
  const notice = page.getByRole('alert').filter({ hasText: 'unter einer anderen Adresse' });
  await notice.waitFor();
  await picture(page, 'sharing-moved-now');
  expect(await accessibilityFaults(page)).toEqual([]);
});
