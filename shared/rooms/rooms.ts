import type { InstitutionId } from '../ids/ids.ts';

/**
 * The rooms of a workspace. A right is a property of a whole room (DESIGN §3), so what different people may read
 * stands in different rooms: `contacts` is apart from `process` because delegates read the register, but not the
 * personal data of other institutions.
 */
export type RoomName = 'text' | 'process' | 'contacts' | 'voices' | `contributions/${InstitutionId}`;

const PATTERN = /^(text|process|contacts|voices|contributions\/[a-z0-9][a-z0-9_-]{0,63})$/;

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
  },
  contacts: {
    /** `Map` from institution id to its contact. */
    contacts: 'contacts',
  },
} as const;
