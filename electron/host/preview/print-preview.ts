import { createHash } from 'node:crypto';
import type { PrintPreview } from '../../../shared/api/export-calls.ts';
import { canonicalJson } from '../../../shared/editions/canonical-json.ts';
import { ok, type Result } from '../../../shared/errors/result.ts';
import { sha256, type AssetId, type Sha256 } from '../../../shared/ids/ids.ts';
import type { Draft } from '../editions/draft.ts';
import { exportFile } from '../export/export-file.ts';
import type { Exporter } from '../export/export-job.ts';
import type { Downloads } from '../transfers/downloads.ts';
import { countPages } from './count-pages.ts';

export type PreviewVariant = 'pdf' | 'workingcopy';

/** The previews of a host. */
export interface PrintPreviews {
  /**
   * Sets the draft for a principal, or answers `superseded` where a newer request of the same one came before this was
   * begun. Fails as taking and setting the draft do, and with `transfers-full`.
   */
  request(principal: string, variant: PreviewVariant): Promise<Result<PrintPreview>>;
  dropOf(principal: string): void;
  /** Ends the worker; what is under way is cancelled. */
  close(): Promise<void>;
}

interface SetPages {
  readonly stamp: Sha256;
  readonly pages: number;
  readonly bytes: Uint8Array;
}

interface Lane {
  running: boolean;
  /** Answers the request that waits: whether its turn has come, or a newer one took its place. */
  waiting: ((isItsTurn: boolean) => void) | null;
  /** What was given to this principal last, by variant. */
  readonly given: Map<PreviewVariant, Extract<PrintPreview, { state: 'ready' }>>;
}

/** Makes the previews. `takeDraft` reads the live rooms each time, `assetsOf` the pictures that a draft shows. */
export function createPrintPreviews(deps: {
  readonly takeDraft: () => Result<Draft>;
  readonly assetsOf: (draft: Draft) => Result<ReadonlyMap<AssetId, Uint8Array>>;
  readonly exporter: Exporter;
  readonly downloads: Pick<Downloads, 'offer' | 'has'>;
}): PrintPreviews {
  const { takeDraft, assetsOf, exporter, downloads } = deps;
  const lanes = new Map<string, Lane>();
  /** The pages that were set last, by variant: moderators who look at the same state share them. */
  const latest = new Map<PreviewVariant, SetPages>();

  const setPages = async (
    draft: Draft,
    stamp: Sha256,
    variant: PreviewVariant,
  ): Promise<Result<SetPages>> => {
    const known = latest.get(variant);
    if (known?.stamp === stamp) return ok(known);
    const assets = assetsOf(draft);
    if (!assets.ok) return assets;
    const set = await exporter.run({ source: draft, assets: assets.value, format: variant });
    if (!set.ok) return set;
    const pages = { stamp, pages: countPages(set.value), bytes: set.value };
    latest.set(variant, pages);
    return ok(pages);
  };

  const preview = async (
    principal: string,
    variant: PreviewVariant,
    { given }: Lane,
  ): Promise<Result<PrintPreview>> => {
    const draft = takeDraft();
    if (!draft.ok) return draft;
    const stamp = stampOf(draft.value);
    const before = given.get(variant);
    if (before?.stamp === stamp && downloads.has(principal, before.download)) return ok(before);
    const set = await setPages(draft.value, stamp, variant);
    if (!set.ok) return set;
    const { pages, bytes } = set.value;
    const offered = await downloads.offer(principal, { ...exportFile(draft.value, variant), bytes });
    if (!offered.ok) return offered;
    const ready = { state: 'ready', download: offered.value, pages, bytes: bytes.length, stamp } as const;
    given.set(variant, ready);
    return ok(ready);
  };

  return {
    async request(principal, variant) {
      const lane: Lane = lanes.get(principal) ?? { running: false, waiting: null, given: new Map() };
      lanes.set(principal, lane);
      if (lane.running) {
        lane.waiting?.(false);
        const isItsTurn = await new Promise<boolean>((resolve) => (lane.waiting = resolve));
        if (!isItsTurn) return ok({ state: 'superseded' });
      }
      lane.running = true;
      try {
        return await preview(principal, variant, lane);
      } finally {
        const next = lane.waiting;
        lane.waiting = null;
        // Who waits goes on at once, so that nobody comes in between.
        lane.running = next !== null;
        next?.(true);
      }
    },
    dropOf: (principal) => void lanes.delete(principal),
    close: () => exporter.close(),
  };
}

/** All that is printed but the time at which it was taken. */
function stampOf({ content }: Draft): Sha256 {
  return sha256(createHash('sha256').update(canonicalJson(content)).digest('hex'));
}
