import type { Anchor } from '../../shared/contributions/anchor.ts';
import { applyWordings } from '../../shared/decisions/apply-wording.ts';
import type { CreateId } from '../../shared/ids/ids.ts';
import type { LeitbildDocument } from '../../shared/schema/document.ts';

/** Applies one wording, as `applyWordings` does. */
export function applyWording(
  document: LeitbildDocument,
  anchor: Anchor,
  wording: string,
  createId: CreateId,
): ReturnType<typeof applyWordings> {
  return applyWordings(document, [{ anchor, wording }], createId);
}
