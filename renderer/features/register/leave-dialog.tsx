import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../client/use-words.ts';
import { AskDialog } from '../../ui/ask-dialog.tsx';
import { localDay } from '../../ui/local-day.ts';

export interface LeaveDialogProps {
  readonly name: string;
  readonly onLeave: (day: string) => void;
  readonly onClose: () => void;
}

/** Asks from which day an institution takes no part any more. */
export function LeaveDialog({ name, onLeave, onClose }: LeaveDialogProps) {
  const { register: words } = useWords();
  const say = words.leave;
  const today = localDay(new Date());
  const [day, setDay] = useState(today);
  return (
    <AskDialog
      title={say.title(name)}
      text={say.text}
      confirm={say.save}
      onConfirm={() => onLeave(day === '' ? today : day)}
      onClose={onClose}
    >
      <TextInput
        type="date"
        label={say.day}
        value={day}
        onChange={({ currentTarget: { value } }) => setDay(value)}
      />
    </AskDialog>
  );
}
