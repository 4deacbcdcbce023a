import { useMediaQuery } from '@mantine/hooks';
import { useCallback, useMemo, useState } from 'react';
import { usePreferences } from '../../client/preferences-context.tsx';

export type AreaName = 'outline' | 'panel';

/** The two areas beside the text: beside it as the person left them, or, in a narrow window, one at a time over it. */
export interface Areas {
  readonly isNarrow: boolean;
  readonly outline: boolean;
  readonly panel: boolean;
  readonly toggle: (area: AreaName) => void;
  readonly show: (area: AreaName) => void;
  readonly hide: (area: AreaName) => void;
  /** Puts an area away that lies over the text. */
  readonly uncover: () => void;
}

/** Which areas show. Where they stand beside the text, that is remembered on this machine. */
export function useAreas(): Areas {
  const { preferences, change } = usePreferences();
  const isNarrow = useMediaQuery('(max-width: 64em)', false, { getInitialValueInEffect: false });
  const [drawer, setDrawer] = useState<AreaName | null>(null);
  const uncover = useCallback(() => setDrawer(null), []);
  return useMemo(() => {
    const beside: Readonly<Record<AreaName, boolean>> = {
      outline: preferences.outline,
      panel: preferences.panel,
    };
    return {
      isNarrow,
      uncover,
      outline: isNarrow ? drawer === 'outline' : beside.outline,
      panel: isNarrow ? drawer === 'panel' : beside.panel,
      toggle(area) {
        if (isNarrow) setDrawer((before) => (before === area ? null : area));
        else change({ [area]: !beside[area] });
      },
      show(area) {
        if (isNarrow) setDrawer(area);
        else if (!beside[area]) change({ [area]: true });
      },
      hide(area) {
        if (isNarrow) setDrawer((before) => (before === area ? null : before));
        else change({ [area]: false });
      },
    };
  }, [isNarrow, drawer, uncover, preferences.outline, preferences.panel, change]);
}
