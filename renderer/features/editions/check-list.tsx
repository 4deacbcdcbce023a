import { Anchor } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import type { NodeId } from '../../../shared/ids/ids.ts';
import { useWords } from '../../client/use-words.ts';
import classes from './editions.module.css';

/** One thing that was looked at before freezing. `stop` keeps from freezing; `hint` is for the person to judge. */
export interface Check {
  readonly key: string;
  readonly level: 'fine' | 'hint' | 'stop' | 'running';
  readonly text: string;
  readonly places: readonly NodeId[];
}

const pictures = { fine: IconCircleCheck, hint: IconAlertTriangle, stop: IconCircleX };
/** Places that are offered; whoever repairs these sees the rest with the next look. */
const MOST_PLACES = 8;

/** What was looked at, with the way to each place. */
export function CheckList({
  checks,
  onJump,
}: {
  readonly checks: readonly Check[];
  readonly onJump: (node: NodeId) => void;
}) {
  const { editions: say } = useWords();
  return (
    <ul className={classes['checks']} aria-label={say.checks}>
      {checks.map(({ key, level, text, places }) => {
        const Picture = level === 'running' ? null : pictures[level];
        return (
          <li key={key} data-level={level}>
            {Picture !== null && level !== 'running' && (
              <Picture size={18} stroke={1.8} role="img" aria-label={say.checkLevels[level]} />
            )}
            <span>
              {text}
              {places.slice(0, MOST_PLACES).map((node, index) => (
                <span key={`${node} ${index}`}>
                  {' '}
                  <Anchor component="button" type="button" size="sm" onClick={() => onJump(node)}>
                    {say.showPlace(index + 1)}
                  </Anchor>
                </span>
              ))}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
