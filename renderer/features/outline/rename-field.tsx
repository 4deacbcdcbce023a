import { TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import classes from './outline.module.css';

/** A heading being changed where it stands. Enter and leaving keep it; Escape hands back null. */
export function RenameField({
  label,
  value,
  onDone,
}: {
  readonly label: string;
  readonly value: string;
  readonly onDone: (value: string | null) => void;
}) {
  const [text, setText] = useState(value);
  const isDone = useRef(false);
  const done = (result: string | null): void => {
    if (isDone.current) return;
    isDone.current = true;
    onDone(result);
  };
  return (
    <TextInput
      className={classes['rename']}
      size="xs"
      aria-label={label}
      value={text}
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setText(event.currentTarget.value)}
      onClick={(event) => event.stopPropagation()}
      onPointerDown={(event) => event.stopPropagation()}
      onBlur={() => done(text)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') done(text);
        else if (event.key === 'Escape') done(null);
      }}
    />
  );
}
