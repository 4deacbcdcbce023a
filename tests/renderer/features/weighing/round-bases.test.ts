import { describe, expect, it } from 'vitest';
import { createRoundBases } from '../../../../renderer/features/weighing/round-bases.ts';
import { createApiClient } from '../../../../shared/api/client.ts';
import { appError } from '../../../../shared/errors/errors.ts';
import { fail, ok } from '../../../../shared/errors/result.ts';
import { roundId } from '../../../../shared/ids/ids.ts';
import { languageText } from '../../../support/decisions.ts';

const round = roundId('r1');

/** A host of which only the answers to `rounds.base` are told, one after the other: a real one does not fail on demand. */
function basesOf(...answers: readonly ('lost' | 'round-unknown' | 'text')[]) {
  const asked: string[] = [];
  const api = createApiClient(async ({ path }) => {
    const answer = answers[asked.push(path) - 1];
    await Promise.resolve();
    if (answer === 'lost') return fail(appError('host-unreachable', { url: '', reason: '' }));
    if (answer === 'round-unknown') return ok(fail(appError('round-unknown', { round })));
    return ok(ok({ base: { document: languageText() } }));
  });
  const bases = createRoundBases(api);
  const settled = () =>
    new Promise<void>((done) => {
      const end = bases.subscribe(() => {
        if (bases.current().missing(round) === 'loading') return;
        end();
        done();
      });
    });
  return { bases, asked, settled };
}

describe('the text that a round asked about', () => {
  it('is asked for once, and there for everybody', async () => {
    const { bases, asked, settled } = basesOf('text');
    const end = settled();
    bases.want([round]);
    expect(bases.current().missing(round)).toBe('loading');
    await end;
    bases.want([round]);
    expect(bases.current().baseOf(round)?.flow.text).toContain('Kurse');
    expect([bases.current().missing(round), bases.current().hasFailed, asked.length]).toEqual([
      null,
      false,
      1,
    ]);
  });

  it('is asked for again where it could not be had, and told apart from one that nobody has', async () => {
    const { bases, asked, settled } = basesOf('lost', 'round-unknown');
    const first = settled();
    bases.want([round]);
    await first;
    expect([bases.current().missing(round), bases.current().hasFailed]).toEqual(['failed', true]);
    bases.want([round]);
    expect(asked).toHaveLength(1);
    const second = settled();
    bases.retry();
    await second;
    expect([bases.current().missing(round), bases.current().hasFailed]).toEqual([null, false]);
    expect([bases.current().baseOf(round), asked.length]).toEqual([null, 2]);
  });
});
