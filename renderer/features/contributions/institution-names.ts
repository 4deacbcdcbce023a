import type { Doc } from 'yjs';
import type { InstitutionId } from '../../../shared/ids/ids.ts';
import { listInstitutions } from '../../../shared/rooms/register-room.ts';

/** What the institutions of the register are called; give the room `process`. */
export function institutionNames(process: Doc): ReadonlyMap<InstitutionId, string> {
  return new Map(listInstitutions(process).map(({ id, name }) => [id, name]));
}
