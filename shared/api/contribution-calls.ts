import { z } from 'zod';
import { contributionPartsSchema } from '../contributions/contribution.ts';
import { sources } from '../contributions/receipt.ts';
import { ID_PATTERN, institutionId, roundId, type ContributionId } from '../ids/ids.ts';
import { roles } from '../rights/rights.ts';
import { call, storageErrors, type Call } from './call.ts';

const id = z.string().regex(ID_PATTERN);

/** Writing down what institutions say by other ways, and finding what was said. */
export const contributionCalls = {
  /**
   * Writes down what an institution said in a letter, an e-mail or a call; who writes it down is its author. `round`
   * may be over. `contribution-refused` where it is not taken, with the refusal code; `replaces` and `withdraws` name
   * contributions of the same institution.
   */
  'contributions.enter': call<ContributionId>()({
    method: 'POST',
    input: z.strictObject({
      institution: id.transform(institutionId),
      round: id.transform(roundId),
      record: contributionPartsSchema,
      source: z.enum(sources),
      /** The day that the letter bears or the call was made, `YYYY-MM-DD`. */
      dated: z.iso.date(),
      /** Where the original lies: a file number, a page; may be empty. */
      reference: z.string().max(200),
    }),
    callers: ['moderator'],
    errors: [
      ...storageErrors,
      'institution-unknown',
      'round-unknown',
      'argument-invalid',
      'contribution-refused',
      'workspace-follows',
    ],
  }),
  /**
   * Ids of the contributions that hold all words of a query, each as the beginning of a word; the best first. Whoever
   * may not read all contributions finds those of its own institution alone. Nothing is found for no words.
   */
  'contributions.search': call<readonly ContributionId[]>()({
    method: 'POST',
    input: z.strictObject({ query: z.string().max(300) }),
    callers: roles,
    errors: storageErrors,
  }),
} as const satisfies Readonly<Record<string, Call>>;
