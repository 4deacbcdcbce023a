import type { NodeId } from '../../shared/ids/ids.ts';
import { useWords } from '../client/use-words.ts';
import type { OutlineLine } from '../features/outline/outline-lines.ts';
import classes from './offline.module.css';

export interface PageOutlineProps {
  readonly lines: readonly OutlineLine[];
  readonly selected: NodeId | null;
  readonly onChoose: (node: NodeId) => void;
}

/** The lines of the text; choosing one shows it, and what belongs to it. */
export function PageOutline({ lines, selected, onChoose }: PageOutlineProps) {
  const { offline: words } = useWords();
  return (
    <nav className={classes['outline']} aria-label={words.contents}>
      <ul>
        {lines.map(({ id, level, fullNumber, label, title }) => (
          <li key={id} style={{ '--level': level }}>
            <button type="button" aria-current={id === selected} onClick={() => onChoose(id)}>
              {fullNumber !== '' && <span className={classes['number']}>{fullNumber}</span>}
              <span>{title === '' ? label : title}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
