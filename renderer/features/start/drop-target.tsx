import { useEffect, useState } from 'react';
import classes from './start.module.css';

export interface DropTargetProps {
  /** What is said while a file hovers over the window. */
  readonly label: string;
  readonly onDrop: (files: readonly File[]) => void;
}

/** Takes files that are dragged on the window, wherever in it they are dropped. */
export function DropTarget({ label, onDrop }: DropTargetProps) {
  const [over, setOver] = useState(false);
  useEffect(() => {
    let depth = 0;
    const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;
    const enter = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      depth += 1;
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      depth -= 1;
      if (depth <= 0) setOver(false);
    };
    const hover = (event: DragEvent): void => {
      // Without this the browser would show the file instead of the program.
      if (hasFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      onDrop([...(event.dataTransfer?.files ?? [])]);
    };
    const endings = new AbortController();
    const { signal } = endings;
    window.addEventListener('dragenter', enter, { signal });
    window.addEventListener('dragleave', leave, { signal });
    window.addEventListener('dragover', hover, { signal });
    window.addEventListener('drop', drop, { signal });
    return () => endings.abort();
  }, [onDrop]);
  return over ? (
    <div className={classes['drop']} aria-hidden>
      <p>{label}</p>
    </div>
  ) : null;
}
