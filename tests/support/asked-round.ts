import type { InputOf } from '../../shared/api/contract.ts';

/** A round, as moderation saves it, that asks everybody about everything and ends when it is closed. */
export const askedRound: InputOf<'rounds.save'>['round'] = {
  ...{ id: 'r1', name: 'Erste Runde', opensAt: null, closesAt: null },
  ...{ invited: 'all', places: 'all', visibility: 'own' },
};
