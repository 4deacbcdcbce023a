import { fail } from '../../../../shared/errors/result.ts';
import { onlyUpstream } from '../../replica/only-upstream.ts';
import type { RoundDesk } from '../../rounds/round-desk.ts';
import type { CallContext, Handlers } from '../host-services.ts';

/** Rounds; they are opened and closed where the Leitbild is kept, and nowhere else. */
export const roundHandlers = {
  'rounds.save': ({ round, expected = null }, context) =>
    atDesk(context, (desk, by) => desk.save(round, by, expected)),
  'rounds.remove': ({ round }, context) => atDesk(context, (desk, by) => desk.remove(round, by)),
  'rounds.open': ({ round }, context) => atDesk(context, (desk, by) => desk.open(round, by)),
  'rounds.answers': ({ round }, context) => atDesk(context, (desk, by) => desk.answers(round, by)),
  'rounds.close': ({ round }, context) => atDesk(context, (desk, by) => desk.close(round, by)),
  'rounds.base': ({ round }, { services: { roundDesk } }) => roundDesk.base(round),
} satisfies Partial<Handlers>;

function atDesk<T>(
  { principal, services }: CallContext,
  work: (desk: RoundDesk, by: string) => T,
): T | ReturnType<typeof fail<NonNullable<ReturnType<typeof onlyUpstream>>>> {
  const elsewhere = onlyUpstream(services.workspace);
  return elsewhere === null ? work(services.roundDesk, principal.id) : fail(elsewhere);
}
