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
        '--panel-width': beside !== null ? (isNarrow ? '100%' : '50%') : hasPanel ? `${preferences.panelWidth}px` : 0,
      }}
    >
      {hasOutline && (
        <>
          <nav id="outline" className={classes['side']} aria-labelledby="outline-title">
            {outline.content}
          </nav>
          <div className={classes['outlineHandle']}>
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
          </div>
        </>
      )}
      <main className={classes['main']} aria-label={frame.text}>
        {children}
      </main>
      {hasPanel && (
        <>
          <div className={classes['panelHandle']}>
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
          </div>
          <aside id="panel" className={classes['panel']} aria-label={words.goalPanel.title}>
            {panel.content}
          </aside>
        </>
      )}
      {beside !== null && <div className={classes['panel']}>{beside}</div>}
      {isNarrow && (
        <>
          <Drawer
            opened={outline.isShown}
            onClose={outline.onClose}
            position="left"
            size="min(22rem, 88vw)"
            padding={0}
            withCloseButton={false}
            aria-label={words.outline.title}
            styles={{ body: { height: '100%' } }}
          >
            {outline.content}
          </Drawer>
          <Drawer
            opened={panel.isShown}
            onClose={panel.onClose}
            position="right"
            size="min(24rem, 92vw)"
            padding={0}
            withCloseButton={false}
            aria-label={words.goalPanel.title}
          >
            {panel.content}
          </Drawer>
        </>
      )}
    </div>
  );
}
