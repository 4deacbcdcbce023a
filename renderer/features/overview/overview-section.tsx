import { Text, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import classes from './overview.module.css';

export interface OverviewSectionProps {
  readonly title: string;
  readonly hint?: string;
  /** What is set beside the title. */
  readonly controls?: ReactNode;
  readonly children: ReactNode;
}

/** One subject of the overview. */
export function OverviewSection({ title, hint, controls, children }: OverviewSectionProps) {
  const id = useId();
  return (
    <section className={classes['section']} aria-labelledby={id}>
      <div className={classes['sectionHead']}>
        <div>
          <Title order={2} size="h4" id={id}>
            {title}
          </Title>
          {hint !== undefined && (
            <Text size="sm" c="dimmed" maw="46rem">
              {hint}
            </Text>
          )}
        </div>
        {controls}
      </div>
      {children}
    </section>
  );
}
