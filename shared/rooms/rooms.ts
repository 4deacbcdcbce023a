import type { InstitutionId } from '../ids/ids.ts';

/**
 * The rooms of a workspace. A right is a property of a whole room (DESIGN §3), so what different people may read
 * stands in different rooms: `contacts` is apart from `process` because delegates read the register, but not the
 * personal data of other institutions; `decisions` is apart from it because nobody but the host writes them, so that
 * none can be altered afterwards.
 */
export type RoomName =
  'text' | 'process' | 'contacts' | 'decisions' | 'voices' | `contributions/${InstitutionId}`;

const PATTERN = /^(text|process|contacts|decisions|voices|contributions\/[a-z0-9][a-z0-9_-]{0,63})$/;

export function isRoomName(value: unknown): value is RoomName {
  return typeof value === 'string' && PATTERN.test(value);
}

/** Names of the shared Yjs types in each room. They stand here and nowhere else. */
export const sharedTypes = {
  text: {
    /** `XmlFragment` of the schema's top node. */
    document: 'document',
    /** `Map` of title, subtitle, municipality and logo. */
    header: 'header',
  },
  process: {
    /** `Map` from institution id to its entry. */
    institutions: 'institutions',
    /** `Map` of what is open: `text`, `contributions`, `voices`, and `round`, the id of the round that takes contributions. */
    phase: 'phase',
    /** `Map` from round id to its round, a plain value. */
    rounds: 'rounds',
    /** `Map` from workshop id to its workshop, a plain value. */
    workshops: 'workshops',
    /** `Map` from an id to a recurring reason, a plain value. */
    reasonBlocks: 'reasonBlocks',
    /** `Map` from `<edition label> <institution id>` to whether the institution wants to be named in that edition. */
    namings: 'namings',
  },
  contacts: {
    /** `Map` from institution id to its contact. */
    contacts: 'contacts',
    /** `Map` from delegate id to the person, a plain value. */
    delegates: 'delegates',
  },
  decisions: {
    /** `Map` from decision id to the decision, a plain value. */
    decisions: 'decisions',
  },
  contributions: {
    /** `Map` from contribution id to a `Map` whose `body` and `wording` are `Text`: what delegates write together. */
    drafts: 'drafts',
    /** `Map` from node id to the stance that delegates mean to take, a plain value. */
    stances: 'stances',
    /** `Map` from contribution id to the submitted record, a plain value. */
    submitted: 'submitted',
    /** `Map` from contribution id to the host's refusal, a plain value. */
    refusals: 'refusals',
    /** `Map` from contribution id to the host's receipt for a record that it took, a plain value. */
    receipts: 'receipts',
  },
  voices: {
    /** `Map` from contribution id to the record as it was submitted, a plain value. */
    contributions: 'contributions',
    /** `Map` from contribution id to the host's receipt, a plain value. */
    receipts: 'receipts',
  },
} as const;
