import { Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { isNodeId } from '../../../shared/ids/ids.ts';
import type { Profile } from '../../../shared/schema/profile.ts';
import { useWords } from '../../client/use-words.ts';
import type { MoveTarget } from '../../editor/index.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { isAllowed } from './drop-target.ts';
import { linesById, nameOf, pathTo, type OutlineLine } from './outline-lines.ts';

export interface MoveDialogProps {
  readonly line: OutlineLine;
  readonly lines: readonly OutlineLine[];
  readonly profile: Profile;
  readonly onMove: (target: MoveTarget) => void;
  readonly onClose: () => void;
}

/** Moves a line to the end of any place that may hold it, chosen by its number or words. */
export function MoveDialog({ line, lines, profile, onMove, onClose }: MoveDialogProps) {
  const words = useWords();
  const { outline } = words;
  const [target, setTarget] = useState<string | null>(null);
  const choices = useMemo(() => {
    const byId = linesById(lines);
    return lines
      .filter(({ id }) => id !== line.parent && isAllowed(line, { into: id }, { byId, profile }))
      .map((one) => {
        const path = pathTo(byId, one.id);
        const field = path.findLast(({ type }) => type !== 'goalGroup' && type !== 'goal');
        const within =
          field === undefined || field.id === one.id ? '' : `${field.fullNumber} ${field.title} – `;
        const own = [nameOf(one), one.type === 'goalGroup' || one.fullNumber === '' ? '' : one.title];
        return { value: one.id, label: `${within}${own.filter((part) => part !== '').join(' ')}` };
      });
  }, [lines, line, profile]);
  const move = (): void => {
    if (isNodeId(target)) onMove({ into: target });
    onClose();
  };
  return (
    <FormDialog
      title={outline.moveTitle(nameOf(line))}
      save={outline.move}
      canSave={target !== null}
      onSave={move}
      onClose={onClose}
    >
      <Select
        label={outline.moveTarget}
        placeholder={outline.moveTargetHint}
        data={choices}
        value={target}
        onChange={setTarget}
        searchable
        nothingFoundMessage={words.palette.nothing}
        maxDropdownHeight={320}
        data-autofocus
      />
    </FormDialog>
  );
}
