import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Item, type Doc } from 'yjs';
import {
  createSubmissionDesk,
  type RoomEditor,
} from '../../../../electron/host/contributions/submission-desk.ts';
import { storedRooms } from '../../../../electron/host/import/import-rooms.ts';
import { editRoom } from '../../../../electron/host/workspace/edit-room.ts';
import type { AuditLog, Workspace } from '../../../../electron/host/workspace/workspace.ts';
import { receiptsOf } from '../../../../shared/contributions/contributions-room.ts';
import type { Provenance } from '../../../../shared/contributions/receipt.ts';
import { listVoices, type ListedVoice } from '../../../../shared/contributions/voices-room.ts';
import { contributionId, institutionId, roundId } from '../../../../shared/ids/ids.ts';
import { initialPhase, writePhase, writeRound } from '../../../../shared/rooms/phase-room.ts';
import { sharedTypes, type RoomName } from '../../../../shared/rooms/rooms.ts';
import { statement, withdrawal } from '../../../support/arbitrary-contribution.ts';
import { made, opened, valueOf } from '../../../support/filled-workspace.ts';

const SEED = 2014;
const letter: Provenance = {
  ...{ by: 'moderation', source: 'letter', dated: '2019-04-30', reference: '' },
  enteredBy: 'local',
};
const caritas = 'contributions/caritas' as RoomName;

/** The process is gone; what was on disk by then is all there is. */
class Crash extends Error {}

/** Something that somebody does with the submissions, and after how many writes of the host it crashes. */
type Step = readonly [kind: number, number: number, crashAfter: number];
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.tuple(fc.nat(7), fc.nat(5), fc.oneof(fc.nat(7), fc.constant(Infinity))),
  { minLength: 3, maxLength: 12 },
);

const submitted = (doc: Doc) => doc.getMap<unknown>(sharedTypes.contributions.submitted);

function act(workspace: Workspace, [kind, number]: Step): void {
  const id = `c${String(number)}`;
  const change = (work: (doc: Doc) => void): void => editRoom(workspace, caritas, work);
  if (kind <= 1) change((doc) => submitted(doc).set(id, statement(id)));
  else if (kind === 2) {
    const replaces = contributionId(`c${String(number - 1)}`);
    change((doc) => submitted(doc).set(id, statement(id, { replaces: number > 0 ? replaces : null })));
  } else if (kind === 3) change((doc) => submitted(doc).set(id, withdrawal(id, 'c0')));
  else if (kind === 4) change((doc) => submitted(doc).set(id, { ...statement(id), more: true }));
  else if (kind === 5) change((doc) => submitted(doc).delete(id));
  else if (kind === 6) {
    const contributions = number % 2 === 0 ? 'open' : 'closed';
    editRoom(workspace, 'process', (doc) => {
      writePhase(doc, { ...initialPhase, contributions });
      writeRound(doc, roundId('r1'));
    });
  }
}

/** How often each id was ever written among the voices. */
function writesOf(voices: Doc): ReadonlyMap<string, number> {
  const map = voices.getMap(sharedTypes.voices.contributions);
  const counts = new Map<string, number>();
  for (const struct of [...voices.store.clients.values()].flat())
    if (struct instanceof Item && struct.parent === map && struct.parentSub !== null)
      counts.set(struct.parentSub, (counts.get(struct.parentSub) ?? 0) + 1);
  return counts;
}

it('CON12: wherever the host crashes, what was taken is neither lost, changed nor taken twice, and all is mended at the next start', () => {
  let crashes = 0;
  let taken = 0;
  fc.assert(
    fc.property(steps, (drawn) => {
      const folder = mkdtempSync(join(tmpdir(), 'desk-crash-'));
      const path = join(folder, 'a.leitbild');
      let workspace = made(path);
      let now = 0;
      const clock = { now: () => `2019-05-01T12:${String((now += 1) % 60).padStart(2, '0')}:00Z` };
      /** One life of a host, which ends before or after its write number `left`. */
      const live = (left: number, entered: number | null): boolean => {
        const counted = <T>(write: () => T): T => {
          if (left <= 0) throw new Crash();
          const value = write();
          left -= 1;
          if (left === 0) throw new Crash();
          return value;
        };
        const editor: RoomEditor = {
          edit: (room, work) =>
            room === 'process'
              ? editRoom(workspace, room, work)
              : counted(() => editRoom(workspace, room, work)),
          editTogether: (rooms, work, keep) =>
            counted(() => storedRooms(workspace).editTogether(rooms, work, keep)),
        };
        const audit: AuditLog = {
          append: (entry) => counted(() => workspace.audit.append(entry)),
          list: () => workspace.audit.list(),
        };
        const desk = createSubmissionDesk({ editor, workspace: { ...workspace, audit }, clock });
        try {
          if (entered !== null) {
            desk.takeOnBehalf(institutionId('caritas'), [statement(`c${String(entered)}`)], letter);
          }
          desk.catchUp();
          return true;
        } catch (error) {
          if (!(error instanceof Crash)) throw error;
          crashes += 1;
          valueOf(workspace.close());
          workspace = opened(path);
          return false;
        } finally {
          desk.close();
        }
      };
      const before = new Map<string, ListedVoice>();
      const compare = (): void => {
        const voices = listVoices(workspace.rooms.load('voices'));
        const byId = new Map(voices.map((voice) => [String(voice.record.id), voice]));
        for (const [id, voice] of before) expect(byId.get(id)).toEqual(voice);
        for (const [id, voice] of byId) before.set(id, voice);
      };
      act(workspace, [6, 0, 0]);
      for (const step of drawn) {
        act(workspace, step);
        live(step[2], step[0] === 7 ? step[1] : null);
        compare();
      }
      live(Infinity, null);
      compare();
      taken += before.size;
      const voices = workspace.rooms.load('voices');
      expect([...writesOf(voices).values()].every((count) => count === 1)).toBe(true);
      expect(new Map(receiptsOf(workspace.rooms.load(caritas)))).toEqual(
        new Map([...before].map(([id, { receipt }]) => [id, receipt])),
      );
      const noted = workspace.audit.list().filter(({ action }) => action === 'contribution-accepted');
      expect(noted.map(({ subject }) => subject).sort()).toEqual(
        [...before.keys()].map((id) => `caritas ${id}`).sort(),
      );
      const sizes = () => [caritas, 'voices' as const].map((room) => workspace.rooms.size(room));
      const settled = [sizes(), workspace.audit.list().length];
      live(Infinity, null);
      expect([sizes(), workspace.audit.list().length]).toEqual(settled);
      valueOf(workspace.close());
      rmSync(folder, { recursive: true });
    }),
    { seed: SEED, numRuns: 40 },
  );
  expect(crashes).toBeGreaterThan(40);
  expect(taken).toBeGreaterThan(40);
}, 60_000);
