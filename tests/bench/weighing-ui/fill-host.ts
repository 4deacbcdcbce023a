import type { LiveHost } from '../../../electron/host/live-host.ts';
import { acceptVoices } from '../../../shared/contributions/voices-room.ts';
import { outcomes } from '../../../shared/decisions/decision.ts';
import { writeDecision } from '../../../shared/decisions/decisions-room.ts';
import { readText } from '../../../shared/decisions/read-text.ts';
import { canonicalJson } from '../../../shared/editions/canonical-json.ts';
import { decisionId, institutionId } from '../../../shared/ids/ids.ts';
import { emptyContact } from '../../../shared/register/institution.ts';
import { upsertEntries } from '../../../shared/rooms/register-room.ts';
import { readDocument, writeDocument } from '../../../shared/rooms/text-room.ts';
import { statement } from '../../support/arbitrary-contribution.ts';
import { valueOf } from '../../support/filled-workspace.ts';
import { connectClient } from '../../support/host-client.ts';
import { INSTITUTIONS, laterText, voicesOn } from '../bench-voices.ts';

/** Characters of one contribution. */
const LENGTH = 200;
/** Contributions that one decision is about, and of how many one is decided. */
const TOGETHER = 20;
const OF_THREE = 3;

/**
 * Fills a host with what is weighed at the end of a round: 106 institutions with 100 contributions each on the words
 * that stood there when it was opened, a third of them decided, and since then a tenth of the text's "die" has become
 * "jene". Gives what was said in each.
 */
export async function fillHost(host: LiveHost): Promise<readonly string[]> {
  registerInstitutions(host);
  const client = await connectClient(host, host.secret);
  const round = { id: 'r1', name: 'Runde 2019', opensAt: null, closesAt: null } as const;
  valueOf(
    await client.call('rounds.save', {
      round: { ...round, invited: 'all', places: 'all', visibility: 'own' },
    }),
  );
  valueOf(await client.call('rounds.open', { round: round.id }));
  client.close();
  const document = host.rooms.read('text', (doc) => valueOf(readDocument(doc)));
  const base = readText(document);
  const { text } = base.flow;
  const voices = voicesOn(base).map(({ record, receipt }, index) => {
    const start = (index * 131) % (text.length - LENGTH);
    const said = { ...record, body: text.slice(start, start + LENGTH).replace(/\p{Cc}/gu, ' ') };
    return { record: said, receipt, canonical: canonicalJson(said) };
  });
  host.rooms.edit('voices', (room) => acceptVoices(room, voices));
  const ids = voices.filter((_, index) => index % OF_THREE === 0).map(({ record }) => record.id);
  host.rooms.edit('decisions', (room) => {
    for (let at = 0; at < ids.length; at += TOGETHER) {
      writeDecision(room, {
        ...{ type: 'decision', id: decisionId(`d${String(at)}`), by: 'moderation', changes: [] },
        ...{ at: '2019-05-02T10:00:00Z', contributions: ids.slice(at, at + TOGETHER) },
        ...{ outcome: outcomes[at % outcomes.length] ?? 'noted', reason: 'So wurde es besprochen.' },
        ...{ stage: 'final', workshop: null },
      });
    }
  });
  host.rooms.edit('text', (room) => writeDocument(room, laterText(document)));
  return voices.map(({ record }) => record.body);
}

/** Has the host take one contribution more. */
export function takeOneMore(host: LiveHost, number: number): void {
  const record = statement(`more${String(number)}`, {
    institution: institutionId('i1'),
    anchor: { on: 'document' },
  });
  const voice = { record, canonical: canonicalJson(record), receipt: { receivedAt: '2019-04-21T10:00:00Z' } };
  host.rooms.edit('voices', (room) => acceptVoices(room, [voice]));
}

function registerInstitutions(host: LiveHost): void {
  const entries = Array.from({ length: INSTITUTIONS }, (_, index) => ({
    institution: {
      ...{ id: institutionId(`i${String(index)}`), name: `Verein Nummer ${String(index)}` },
      ...({ kind: 'association', seats: 1 } as const),
    },
    contact: emptyContact,
  }));
  host.rooms.edit('process', (process) =>
    host.rooms.edit('contacts', (contacts) => upsertEntries({ process, contacts }, entries)),
  );
}
