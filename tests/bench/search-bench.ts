import { Doc } from 'yjs';
import { createVoiceSearch } from '../../electron/host/contributions/voice-search.ts';
import { acceptVoices } from '../../shared/contributions/voices-room.ts';
import { readText } from '../../shared/decisions/read-text.ts';
import { canonicalJson } from '../../shared/editions/canonical-json.ts';
import type { Principal } from '../../shared/rights/rights.ts';
import type { RoomName } from '../../shared/rooms/rooms.ts';
import { benchSource, planOf } from './bench-source.ts';
import { voicesOn } from './bench-voices.ts';
import { quantile } from './editor/quantile.ts';
import { figureOf, timesOf, type Figure } from './measure.ts';

/** Characters of one contribution. */
const LENGTH = 300;
const QUERIES = 200;
const moderator: Principal = { id: 'm', role: 'moderator', institution: null };

/**
 * Full text of 106 institutions × 100 contributions in words of the Leitbild: the first search, which makes the index,
 * and 200 searches for two words each, against looking through every contribution for both.
 */
export async function searchBench(): Promise<readonly Figure[]> {
  const source = await benchSource();
  const { document } = await planOf(source.repeated(1), source.name);
  const base = readText(document);
  const { text } = base.flow;
  const records = voicesOn(base).map(({ record }, index) => {
    const start = (index * 131) % (text.length - LENGTH);
    return { ...record, body: text.slice(start, start + LENGTH) };
  });
  const words = text.match(/\p{L}{5,}/gu) ?? [];
  const queries = Array.from({ length: QUERIES }, (_, index) => {
    const at = (index * 977) % (words.length - 3);
    return `${words[at] ?? ''} ${(words[at + 3] ?? '').slice(0, 4)}`;
  });
  const rooms = new Map<RoomName, Doc>();
  const roomOf = (name: RoomName): Doc => {
    const room = rooms.get(name) ?? new Doc();
    rooms.set(name, room);
    return room;
  };
  acceptVoices(
    roomOf('voices'),
    records.map((record) => ({
      ...{ record, canonical: canonicalJson(record), receipt: { receivedAt: '2019-04-20T10:00:00Z' } },
    })),
  );
  const created = () => createVoiceSearch({ readRoom: (name, work) => work(roomOf(name)), follows: false });
  const first = await timesOf(async () => {
    const search = created();
    await search.search(moderator, 'Sprache');
    search.close();
  });

  const search = created();
  await search.search(moderator, 'Sprache');
  const plain = records.map(({ body }) => body.toLowerCase());
  const each = async (find: (query: string) => unknown): Promise<number[]> => {
    const times: number[] = [];
    for (const query of queries) {
      const begun = performance.now();
      await find(query);
      times.push(performance.now() - begun);
    }
    return times;
  };
  const ours = await each((query) => search.search(moderator, query));
  const looked = await each((query) => {
    const terms = query.toLowerCase().split(' ');
    return plain.filter((body) => terms.every((term) => body.includes(term)));
  });
  search.close();
  return [
    figureOf('search: first, with the index of 10,600', 'ms', first, 500),
    figureOf('search: two words, p95', 'ms', [quantile(ours, 0.95)], 50),
    figureOf('search: two words', 'ms', ours),
    figureOf('search: looking through all, p95', 'ms', [quantile(looked, 0.95)]),
    figureOf('search: looking through all', 'ms', looked),
  ];
}
