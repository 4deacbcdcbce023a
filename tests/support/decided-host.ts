import type { Statement } from '../../shared/contributions/contribution.ts';
import { acceptVoices } from '../../shared/contributions/voices-room.ts';
import { listDecisions } from '../../shared/decisions/decisions-room.ts';
import { canonicalJson } from '../../shared/editions/canonical-json.ts';
import { readDocument } from '../../shared/rooms/text-room.ts';
import type { LeitbildDocument } from '../../shared/schema/document.ts';
import { statement } from './arbitrary-contribution.ts';
import { flowOf, onNode, onWords } from './decisions.ts';
import { valueOf } from './filled-workspace.ts';
import { connectClient } from './host-client.ts';
import { startHost, type TestHost } from './live-host.ts';

/** The text of the draft, as those see it who have it open. */
export const textOf = (host: TestHost): LeitbildDocument =>
  host.rooms.read('text', (doc) => valueOf(readDocument(doc)));
export const wordsOf = (host: TestHost): string => flowOf(textOf(host)).text;
export const recordsOf = (host: TestHost) => host.rooms.read('decisions', listDecisions);

/** Has the host take these statements. */
export function submit(host: TestHost, ...records: readonly Statement[]): void {
  host.rooms.edit('voices', (voices) =>
    acceptVoices(
      voices,
      records.map((record) => ({
        record,
        canonical: canonicalJson(record),
        receipt: { receivedAt: '2019-04-20T10:00:00Z' },
      })),
    ),
  );
}

/** A host that has taken two proposals, `c1` and `c2`, and a comment, `c3`, with a moderator's window. */
export async function hostWithProposals(options: Parameters<typeof startHost>[0] = {}) {
  const host = await startHost(options);
  const text = textOf(host);
  submit(
    host,
    statement('c1', { kind: 'proposal', anchor: onNode(text, 'p0'), wording: 'Runde eins' }),
    statement('c2', { kind: 'proposal', anchor: onWords(text, 'Runde 11 1'), wording: 'Runde zwei' }),
    statement('c3', { kind: 'comment', anchor: onNode(text, 'p2') }),
  );
  const client = await connectClient(host, host.invite('moderator').token);
  return { host, client, text };
}
