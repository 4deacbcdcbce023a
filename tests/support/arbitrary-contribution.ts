import fc from 'fast-check';
import type { PassageAnchor } from '../../shared/contributions/anchor.ts';
import {
  contributionKinds,
  type Statement,
  type Withdrawal,
} from '../../shared/contributions/contribution.ts';
import { contributionId, institutionId, nodeId, roundId, sha256 } from '../../shared/ids/ids.ts';

export const passage: PassageAnchor = {
  on: 'passage',
  nodeId: nodeId('z1'),
  from: 4,
  to: 9,
  quote: 'Stadt',
  prefix: 'Die ',
  suffix: ' fördert',
  textHash: sha256('0'.repeat(64)),
};

/** A valid statement of `caritas` in round `r1`, with what differs. */
export function statement(id: string, change: Partial<Omit<Statement, 'id'>> = {}): Statement {
  return {
    type: 'statement',
    id: contributionId(id),
    institution: institutionId('caritas'),
    round: roundId('r1'),
    author: 'inv-caritas',
    submittedAt: '2019-04-01T10:00:00Z',
    kind: 'comment',
    anchor: passage,
    body: 'Das ist zu allgemein.',
    wording: null,
    replaces: null,
    ...change,
  };
}

export function withdrawal(id: string, withdraws: string, change: Partial<Withdrawal> = {}): Withdrawal {
  const { institution, round, author, submittedAt } = statement(id);
  return {
    type: 'withdrawal',
    id: contributionId(id),
    ...{ institution, round, author, submittedAt },
    withdraws: contributionId(withdraws),
    body: '',
    ...change,
  };
}

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }).map((text) => {
  const printing = text.replace(/[\p{Cc}\p{Surrogate}\u202a-\u202e\u2066-\u2069]/gu, '').trim();
  return `a${printing}`;
});

/** Valid statements with all kinds of words, anchors and dates. */
export const arbitraryStatement: fc.Arbitrary<Statement> = fc
  .record({
    kind: fc.constantFrom(...contributionKinds),
    body: words,
    wording: fc.option(words),
    quote: words,
    on: fc.constantFrom('passage', 'node', 'document'),
    from: fc.nat(1000),
    date: fc.date({
      min: new Date('2000-01-01'),
      max: new Date('2100-01-01'),
      noInvalidDate: true,
    }),
  })
  .map(({ kind, body, wording, quote, on, from, date }) => {
    const { nodeId: id, textHash } = passage;
    const anchors = {
      passage: { ...passage, from, to: from + quote.length, quote, prefix: '' },
      node: { on: 'node', nodeId: id, quote, textHash },
      document: { on: 'document' },
    } as const;
    return statement('c1', {
      kind,
      body,
      wording: kind === 'proposal' ? (wording ?? '') : wording,
      anchor: anchors[on],
      submittedAt: `${date.toISOString().slice(0, 19)}Z`,
    });
  });
