import { Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import classes from './goal-panel.module.css';

/** A titled part of the side panel. */
export function PanelSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className={classes['section']} aria-labelledby={id}>
      <Title order={3} className={classes['sectionTitle'] ?? ''} id={id}>
        {title}
      </Title>
      {children}
    </section>
  );
}
