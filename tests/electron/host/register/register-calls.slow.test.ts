import { expect, it, onTestFinished } from 'vitest';
import { readRegisterBytes } from '../../../../electron/host/register/read-register-file.ts';
import { institutionId } from '../../../../shared/ids/ids.ts';
import { emptyContact } from '../../../../shared/register/institution.ts';
import { listRegister, upsertEntries } from '../../../../shared/rooms/register-room.ts';
import { readStoredRoom } from '../../../../electron/host/workspace/edit-room.ts';
import { valueOf } from '../../../support/filled-workspace.ts';
import { connectClient } from '../../../support/host-client.ts';
import { startHost, type TestHost } from '../../../support/live-host.ts';

async function join(host: TestHost) {
  const { token } = host.invite('moderator');
  const client = await connectClient(host, token);
  onTestFinished(() => client.close());
  return client;
}

const stored = ({ workspace }: TestHost) =>
  readStoredRoom(workspace, 'process', (process) =>
    readStoredRoom(workspace, 'contacts', (contacts) => listRegister({ process, contacts })),
  );

const entry = (id: string, name: string, left?: string) => ({
  institution: {
    ...{ id: institutionId(id), name, kind: 'association' as const, seats: 1 },
    ...(left !== undefined && { left }),
  },
  contact: emptyContact,
});

function write(host: TestHost, ...entries: Parameters<typeof upsertEntries>[1]): void {
  host.rooms.edit('process', (process) =>
    host.rooms.edit('contacts', (contacts) => upsertEntries({ process, contacts }, entries)),
  );
}

it('REG21: writes what was answered, once, and nothing over what came since the preview', async () => {
  const host = await startHost();
  write(host, entry('ggua', 'GGUA'));
  const client = await join(host);
  const name = 'liste.csv';
  const { upload } = valueOf(await client.upload('Name;Ansprechperson\nGGUA Flüchtlingshilfe;Frau Muster\n'));
  const planned = valueOf(await client.call('register.importPlan', { upload, name }));
  expect(planned.preview.counts).toMatchObject({ similar: 1, new: 0 });
  const before = stored(host);
  const answers = [{ row: 2, as: 'same' as const, institution: 'ggua', rename: true }];
  const apply = (seen: string, given: typeof answers) =>
    client.call('register.importApply', { upload, name, seen, answers: given, removeMissing: false });
  expect(await apply(planned.seen, [])).toMatchObject({ error: { code: 'register-unanswered' } });

  write(host, entry('neu', 'Inzwischen dazugekommen'));
  const changed = stored(host);
  expect(await apply(planned.seen, answers)).toMatchObject({ error: { code: 'register-changed' } });
  expect(stored(host)).toEqual(changed);
  expect(changed).not.toEqual(before);

  const { seen } = valueOf(await client.call('register.importPlan', { upload, name }));
  expect(valueOf(await apply(seen, answers))).toEqual({ written: 1, removed: 0, left: 0 });
  expect(stored(host).find(({ institution }) => institution.id === 'ggua')).toMatchObject({
    institution: { name: 'GGUA Flüchtlingshilfe', formerNames: [{ name: 'GGUA', until: '2019-05-01' }] },
    contact: { person: 'Frau Muster' },
  });
  // The upload is used up.
  expect(await apply(seen, answers)).toMatchObject({ error: { code: 'upload-unknown' } });
});

it.each(['csv', 'xlsx'] as const)(
  'REG21: the %s that is fetched holds everybody, and who takes no part comes last',
  async (format) => {
    const host = await startHost();
    write(host, entry('fort', 'Nicht mehr dabei', '2018-01-01'));
    const client = await join(host);
    const file = valueOf(await client.call('register.export', { format }));
    const answer = await client.fetch(`/downloads/${file.download}`);
    const table = valueOf(await readRegisterBytes(new Uint8Array(await answer.arrayBuffer()), file.name));
    const present = stored(host).filter(({ institution }) => institution.left === undefined);
    expect(table.slice(1).map((row) => [row[0], row[9]])).toEqual([
      ...present.map(({ institution }) => [institution.name, '']),
      ['Nicht mehr dabei', '01.01.2018'],
    ]);
  },
);

it('REG26: a list of ten thousand rows holds up nobody, and is not written over what came while it was read', async () => {
  const host = await startHost();
  const client = await join(host);
  const name = 'liste.csv';
  const rows = Array.from(
    { length: 10_000 },
    (_, index) => `Verein Nummer ${String(index)};v${String(index)}`,
  );
  const { upload } = valueOf(await client.upload(`Name;Kennung\n${rows.join('\n')}\n`));
  /** How many calls are answered until it is done. */
  const answeredUntil = async (done: Promise<unknown>, atFirst: () => void): Promise<number> => {
    let isOver = false;
    let answered = 0;
    void done.then(() => (isOver = true));
    for (; !isOver; answered += 1) {
      valueOf(await client.call('phase.get', {}));
      if (answered === 2) atFirst();
    }
    return answered;
  };
  const planning = client.call('register.importPlan', { upload, name });
  expect(await answeredUntil(planning, () => undefined)).toBeGreaterThan(10);
  const { seen, preview } = valueOf(await planning);
  expect(preview.counts.new).toBe(10_000);
  const applying = client.call('register.importApply', {
    upload,
    name,
    seen,
    answers: [],
    removeMissing: false,
  });
  await answeredUntil(applying, () => write(host, entry('neu', 'Inzwischen dazugekommen')));
  expect(await applying).toMatchObject({ error: { code: 'register-changed' } });
  expect(stored(host)).toHaveLength(26);
});
