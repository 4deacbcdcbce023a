import type { Doc } from 'yjs';
import type { NodeId } from '../../../shared/ids/ids.ts';
import type { Principal } from '../../../shared/rights/rights.ts';
import { touchedBy } from './touched-parts.ts';

/** What somebody has done in a stretch so far. */
export interface StretchAuthor {
  readonly principal: Principal | null;
  readonly parts: Set<NodeId>;
  header: boolean;
}

/** Work on the text since the last moment. */
export interface Stretch {
  readonly from: string;
  /** Milliseconds of the first and of the last update. */
  readonly begunAt: number;
  readonly lastAt: number;
  /** When the last update came, ISO 8601. */
  readonly to: string;
  /** By id of the principal; the host itself under `host`. */
  readonly authors: ReadonlyMap<string, StretchAuthor>;
}

/** Notes updates cheaply, and looks into them when asked. */
export interface StretchRecorder {
  note(doc: Doc, update: Uint8Array, principal: Principal | null): void;
  /** Looks into what was noted; who has done something since the last call. */
  digest(): readonly Principal[];
  /** The stretch under way; null where nobody has written. */
  current(): Stretch | null;
  /** Begins anew. */
  end(): void;
}

/** As whom the host itself stands in the history. */
export const HOST = 'host';
/** So many updates wait at most before they are looked into. */
const MAX_WAITING = 2_000;

interface Noted {
  readonly doc: Doc;
  readonly update: Uint8Array;
  readonly principal: Principal | null;
}

/** Makes a recorder; `now` gives milliseconds that never go back, `instant` ISO 8601. */
export function createStretchRecorder(now: () => number, instant: () => string): StretchRecorder {
  let waiting: Noted[] = [];
  let stretch: (Omit<Stretch, 'authors' | 'lastAt' | 'to'> & { lastAt: number; to: string }) | null = null;
  let authors = new Map<string, StretchAuthor>();
  let active = new Map<string, Principal>();

  const lookInto = (): void => {
    const noted = waiting;
    waiting = [];
    for (const { doc, update, principal } of noted) {
      const key = principal?.id ?? HOST;
      const author = authors.get(key) ?? { principal, parts: new Set(), header: false };
      authors.set(key, author);
      if (principal !== null) active.set(key, principal);
      const { parts, header } = touchedBy(doc, update);
      for (const id of parts) author.parts.add(id);
      author.header ||= header;
    }
  };

  return {
    note(doc, update, principal) {
      waiting.push({ doc, update, principal });
      const at = now();
      if (stretch === null) {
        const from = instant();
        stretch = { from, begunAt: at, lastAt: at, to: from };
      } else stretch.lastAt = at;
      if (waiting.length >= MAX_WAITING) lookInto();
    },
    digest() {
      if (waiting.length > 0 && stretch !== null) stretch.to = instant();
      lookInto();
      const found = [...active.values()];
      active = new Map();
      return found;
    },
    current: () => stretch && { ...stretch, authors },
    end() {
      waiting = [];
      stretch = null;
      authors = new Map();
      active = new Map();
    },
  };
}
