import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { assessmentFormats } from '../../shared/api/assessment-calls.ts';
import type { ListedVoice } from '../../shared/contributions/voices-room.ts';
import { outcomes } from '../../shared/decisions/decision.ts';
import { readText } from '../../shared/decisions/read-text.ts';
import { institutionId } from '../../shared/ids/ids.ts';
import type { RegisterEntry } from '../../shared/register/institution.ts';
import { assessedDecision } from '../support/assessment.ts';
import { assessmentJob, wantedTable } from '../support/assessment-job.ts';
import { benchSource, planOf } from './bench-source.ts';
import { INSTITUTIONS, voicesOn } from './bench-voices.ts';
import { figureOf, type Figure } from './measure.ts';
import { runJob } from './run-job.ts';
import { withFolder } from './with-folder.ts';

const RUNS = 2;
/** Of a contribution as delegates write them: three sentences. */
const BODY =
  'Wir regen an, die Angebote der Sprachförderung besser aufeinander abzustimmen und die Träger frühzeitig zu beteiligen. Die Erfahrung der letzten Jahre zeigt, dass kleine Vereine sonst nicht erreicht werden. Das gilt für alle Stadtteile.';

/** The assessment table of 10,600 contributions, half of them decided, in each format and in a process of its own. */
export function assessmentBench(): Promise<readonly Figure[]> {
  return withFolder(async (folder) => {
    const source = await benchSource();
    const { document } = await planOf(source.repeated(1), source.name);
    const voices = voicesOn(readText(document)).map(withWords);
    const register = Array.from({ length: INSTITUTIONS }, (_, at): RegisterEntry => {
      const name = `Verein für Bildung und Begegnung Nummer ${String(at)} e. V.`;
      const institution = {
        id: institutionId(`i${String(at)}`),
        name,
        kind: 'association',
        seats: 1,
      } as const;
      return { institution, contact: { person: `Person Nummer ${String(at)}`, email: '', phone: '' } };
    });
    const decisions = voices.flatMap(({ record }, at) =>
      at % 2 === 0 ? [assessedDecision(`d${String(at)}`, [record.id], decisionAt(at))] : [],
    );
    const figures: Figure[] = [];
    for (const [name, wanted] of [
      ...assessmentFormats.map((format) => [format, { ...wantedTable, format }] as const),
      ['csv, anonymised', { ...wantedTable, anonymised: true }] as const,
      ['letters as PDF', { ...wantedTable, what: 'letters', format: 'pdf' }] as const,
    ]) {
      const path = join(folder, 'job');
      writeFileSync(path, serialize(assessmentJob(wanted, { voices, decisions, register, document })));
      const [times, peaks]: [number[], number[]] = [[], []];
      for (let run = 0; run < RUNS; run += 1) {
        const { ms, peakMiB } = await runJob('assessment', path);
        times.push(ms);
        peaks.push(peakMiB);
      }
      figures.push(
        figureOf(`assessment: 10,600 contributions as ${name}`, 'ms', times),
        figureOf(`assessment: peak memory, ${name}`, 'MiB', peaks),
      );
    }
    return figures;
  });
}

function withWords({ record, receipt }: ListedVoice): ListedVoice {
  return { receipt, record: record.type === 'statement' ? { ...record, body: BODY } : record };
}

function decisionAt(at: number): Parameters<typeof assessedDecision>[2] {
  return {
    outcome: outcomes[at % outcomes.length] ?? 'noted',
    reason: 'Im Arbeitstreffen ausführlich besprochen; der Satz wird dadurch genauer.',
  };
}
