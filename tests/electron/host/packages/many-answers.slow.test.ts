import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { listVoices } from '../../../../shared/contributions/voices-room.ts';
import { institutionId } from '../../../../shared/ids/ids.ts';
import { upsertEntries } from '../../../../shared/rooms/register-room.ts';
import { withdrawal } from '../../../support/arbitrary-contribution.ts';
import { answerTo, applyAll, inspect, packageHost, packagesFor, saidIn, taken } from './package-host.ts';

const INSTITUTIONS = 106;

/** A generator that always gives the same row, so that a failure can be seen again (Mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

it.each([1, 2, 3])(
  'PKG7: 106 answers, whole and damaged, in any order and more than once: what was said is there once, and nothing else (seed %i)',
  async (seed) => {
    const at = await packageHost();
    const random = seeded(seed);
    const ids = Array.from({ length: INSTITUTIONS }, (_, index) => `i${String(index)}`);
    at.host.rooms.edit('process', (process) =>
      at.host.rooms.edit('contacts', (contacts) =>
        upsertEntries(
          { process, contacts },
          ids.map((id) => ({
            institution: { id: institutionId(id), name: `Verein ${id}`, kind: 'association', seats: 1 },
            contact: { person: '', email: '', phone: '' },
          })),
        ),
      ),
    );
    const packages = await packagesFor(at, ids);
    expect(packages.length).toBe(INSTITUTIONS);
    const expected: string[] = [];
    const files: Record<string, Uint8Array> = {};
    for (const sent of packages) {
      const { id } = sent.inside.institution;
      const count = Math.floor(random() * 4);
      const said = Array.from({ length: count }, (_, index) => saidIn(sent, `${id}-c${String(index)}`));
      const first = said[0];
      const records =
        first !== undefined && random() < 0.3
          ? [
              withdrawal(`${id}-w`, first.id, { institution: first.institution, author: first.author }),
              ...said,
            ]
          : said;
      const isDamaged = random() < 0.2;
      const whole = answerTo(sent, records);
      const cut = Math.floor(random() * whole.length);
      files[`${id}.leitbild-antwort`] = strToU8(
        isDamaged ? whole.slice(0, cut) + (random() < 0.5 ? '' : `x${whole.slice(cut + 1)}`) : whole,
      );
      if (!isDamaged) expected.push(...records.map((record) => record.id));
      if (random() < 0.2) files[`${id} (1).leitbild-antwort`] = strToU8(answerTo(sent, said.slice(0, 1)));
      if (random() < 0.2 && isDamaged && first !== undefined) {
        files[`${id} (2).leitbild-antwort`] = strToU8(answerTo(sent, [first]));
        expected.push(first.id);
      }
    }
    const partly = new Set(
      Object.keys(files).flatMap((name) => (name.includes('(1)') ? [`${name.split(' ')[0] ?? ''}-c0`] : [])),
    );
    const inspection = await inspect(at, zipSync(files), 'antworten.zip');
    expect(taken(at)).toEqual([]);
    await applyAll(at, inspection);
    const there = taken(at).map(({ id }) => id);
    expect(new Set(there).size).toBe(there.length);
    const known = new Set(packages.flatMap(({ inside }) => [inside.institution.id as string]));
    for (const id of expected) expect(there).toContain(id);
    for (const id of there) {
      expect(expected.includes(id) || partly.has(id)).toBe(true);
      expect(known.has(id.replace(/-[cw]\d*$/, ''))).toBe(true);
    }
    const before = at.host.workspace.rooms.size('voices');
    await applyAll(at, await inspect(at, zipSync(files), 'antworten.zip'));
    expect(at.host.workspace.rooms.size('voices')).toEqual(before);
    // Each speaks for the institution whose package it came by.
    const voices = at.host.rooms.read('voices', listVoices);
    expect(voices.every(({ record }) => record.id.startsWith(`${record.institution}-`))).toBe(true);
  },
);
