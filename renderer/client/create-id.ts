import { idFromBytes, type NodeId } from '../../shared/ids/ids.ts';

/** Ids that nobody else makes, also on pages that were not served securely. */
export function createId(): NodeId {
  return idFromBytes(crypto.getRandomValues(new Uint8Array(12)));
}
