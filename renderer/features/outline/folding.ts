import { useCallback, useState } from 'react';
import { isNodeId, type NodeId } from '../../../shared/ids/ids.ts';

const COOKIE = 'leitbild-folded';
const ONE_YEAR = 31_536_000;
/** A cookie holds four kilobytes; what was folded longest ago is forgotten first. */
const MOST = 150;

/** Reads which lines are folded. Node ids are unique across files, so one list serves them all. */
function readFolded(cookies: string): ReadonlySet<NodeId> {
  const found = cookies.split('; ').find((one) => one.startsWith(`${COOKIE}=`));
  return new Set((found?.slice(COOKIE.length + 1) ?? '').split('.').filter(isNodeId));
}

function foldedCookie(folded: ReadonlySet<NodeId>): string {
  return `${COOKIE}=${[...folded].slice(-MOST).join('.')}; path=/; max-age=${String(ONE_YEAR)}; samesite=strict`;
}

/** Which lines are folded, remembered on this machine. */
export function useFolding(): {
  readonly folded: ReadonlySet<NodeId>;
  readonly setFolded: (change: (folded: ReadonlySet<NodeId>) => ReadonlySet<NodeId>) => void;
} {
  const [folded, setState] = useState(() => readFolded(document.cookie));
  const setFolded = useCallback((change: (folded: ReadonlySet<NodeId>) => ReadonlySet<NodeId>) => {
    setState((before) => {
      const next = change(before);
      document.cookie = foldedCookie(next);
      return next;
    });
  }, []);
  return { folded, setFolded };
}
