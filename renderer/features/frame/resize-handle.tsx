import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import classes from './frame.module.css';

export interface ResizeHandleProps {
  readonly label: string;
  /** Width in pixels of what it resizes, and between what it may lie. */
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** On which side of the handle the resized part stands. */
  readonly side: 'left' | 'right';
  readonly controls: string;
  readonly onChange: (value: number) => void;
  /** Puts it away. */
  readonly onCollapse: () => void;
}

const STEP = 16;

/** The line between two parts, to be dragged, or moved with the arrow keys; Enter puts the part away. */
export function ResizeHandle(props: ResizeHandleProps) {
  const { label, value, min, max, side, controls, onChange, onCollapse } = props;
  const start = useRef<{ readonly x: number; readonly value: number } | null>(null);
  const sign = side === 'left' ? 1 : -1;
  const set = (next: number): void => onChange(Math.round(Math.min(max, Math.max(min, next))));

  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, value };
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (start.current !== null) set(start.current.value + sign * (event.clientX - start.current.x));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => set(value - sign * STEP),
      ArrowRight: () => set(value + sign * STEP),
      Home: () => set(min),
      End: () => set(max),
      Enter: onCollapse,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    step();
  };
  return (
    // A separator with a value is a control by the pattern of WAI-ARIA.
    <div
      role="separator"
      tabIndex={0}
      className={classes['handle']}
      data-side={side}
      aria-label={label}
      aria-orientation="vertical"
      aria-controls={controls}
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => (start.current = null)}
      onPointerCancel={() => (start.current = null)}
      onDoubleClick={onCollapse}
      onKeyDown={onKeyDown}
    />
  );
}
