import { useEffect, useState } from 'react';
import type { HostState } from '../../../shared/app/shell-bridge.ts';
import { shellOf } from '../../client/shell.ts';

/** How the process that stores is doing, as the desktop program tells it; in a browser nobody does. */
export function useHostState(): HostState {
  const [state, setState] = useState<HostState>('running');
  useEffect(() => shellOf(window)?.onHostState(setState), []);
  return state;
}
