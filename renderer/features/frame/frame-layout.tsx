import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { usePreferences } from '../../client/preferences-context.tsx';
import { useWords } from '../../client/use-words.ts';
import classes from './frame.module.css';
import { ResizeHandle } from './resize-handle.tsx';

/** A part beside the text. */
export interface SidePart {
  readonly content: ReactNode;
  readonly isShown: boolean;
  readonly onClose: () => void;
}

export interface FrameLayoutProps {
  readonly isNarrow: boolean;
  readonly outline: SidePart;
  readonly panel: SidePart;
  /** Takes the panel's place and half of the window. */
  readonly beside: ReactNode;
  readonly children: ReactNode;
}

/** Outline, text and panel: beside each other where there is room, else the sides as drawers over the text. */
export function FrameLayout({ isNarrow, outline, panel, beside, children }: FrameLayoutProps) {
  const { frame, ...words } = useWords();
  const { preferences, change } = usePreferences();
  const hasOutline = !isNarrow && outline.isShown && beside === null;
  const hasPanel = !isNarrow && panel.isShown && beside === null;
  return (
    <div
      className={classes['body']}
      style={{
        '--outline-width': hasOutline ? `${preferences.outlineWidth}px` : 0,
        '--panel-width':
          beside !== null ? (isNarrow ? '100%' : '50%') : hasPanel ? `${preferences.panelWidth}px` : 0,
      }}
    >
      {hasOutline && (
        <nav id="outline" className={classes['side']} aria-labelledby="outline-title">
          {outline.content}
          <ResizeHandle
            label={frame.resizeOutline}
            controls="outline"
            side="left"
            value={preferences.outlineWidth}
            min={200}
            max={640}
            onChange={(outlineWidth) => change({ outlineWidth })}
            onCollapse={outline.onClose}
          />
        </nav>
      )}
      <main className={classes['main']} aria-label={frame.text}>
        {children}
      </main>
      {hasPanel && (
        <aside id="panel" className={classes['panel']} aria-label={words.goalPanel.title}>
          <ResizeHandle
            label={frame.resizePanel}
            controls="panel"
            side="right"
            value={preferences.panelWidth}
            min={240}
            max={640}
            onChange={(panelWidth) => change({ panelWidth })}
            onCollapse={panel.onClose}
          />
          <div className={classes['panelScroll']}>{panel.content}</div>
        </aside>
      )}
      {beside !== null && <div className={classes['panel']}>{beside}</div>}
      {isNarrow && (
        <>
          <SideDrawer label={words.outline.title} position="left" part={outline} />
          <SideDrawer label={words.goalPanel.title} position="right" part={panel} />
        </>
      )}
    </div>
  );
}

interface SideDrawerProps {
  readonly label: string;
  readonly position: 'left' | 'right';
  readonly part: SidePart;
}

function SideDrawer({ label, position, part }: SideDrawerProps) {
  return (
    <Drawer.Root
      opened={part.isShown}
      onClose={part.onClose}
      position={position}
      size="min(23rem, 90vw)"
      padding={0}
    >
      <Drawer.Overlay />
      <Drawer.Content aria-label={label}>
        <Drawer.Body h="100%">{part.content}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
