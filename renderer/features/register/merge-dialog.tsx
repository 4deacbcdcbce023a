import { Checkbox, List, Select, Text } from '@mantine/core';
import { useState } from 'react';
import { institutionId, type InstitutionId } from '../../../shared/ids/ids.ts';
import { mergeFault } from '../../../shared/register/institution-changes.ts';
import { takesPart } from '../../../shared/register/institution.ts';
import { useWords } from '../../client/use-words.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import type { RegisterLine } from './register-lines.ts';
import type { RegisterFacts } from './use-register.ts';

export interface MergeDialogProps {
  readonly line: RegisterLine;
  readonly facts: RegisterFacts;
  /** How many invitations of the institution are valid. */
  readonly invitations: number;
  readonly onMerge: (merger: {
    readonly into: InstitutionId;
    readonly movePeople: boolean;
    readonly revoke: boolean;
  }) => void;
  readonly onClose: () => void;
}

/** Asks into which other institution this one goes, and says what comes of its contributions, invitations and people. */
export function MergeDialog({ line, facts, invitations, onMerge, onClose }: MergeDialogProps) {
  const { register: words } = useWords();
  const say = words.merge;
  const { id, name } = line.institution;
  const [into, setInto] = useState<InstitutionId | null>(null);
  const [movePeople, setMovePeople] = useState(true);
  const [revoke, setRevoke] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const others = facts.institutions.filter((one) => one.id !== id && takesPart(one));
  const target = others.find((one) => one.id === into);
  const fault = into === null ? null : mergeFault(facts.institutions, id, into);
  const save = (): void => {
    setChecked(true);
    if (into === null || fault !== null) return;
    onMerge({ into, movePeople: movePeople && line.people > 0, revoke: revoke && invitations > 0 });
    onClose();
  };
  return (
    <FormDialog title={say.title(name)} save={say.save} size="lg" onSave={save} onClose={onClose}>
      <Select
        data-autofocus
        required
        searchable
        openOnFocus={false}
        label={say.into}
        description={say.intoHint}
        nothingFoundMessage={words.nothingFound}
        maxDropdownHeight={280}
        data={others.map((one) => ({ value: one.id, label: one.name }))}
        value={into}
        error={fault !== null ? say.faults[fault] : isChecked && into === null ? say.missing : null}
        onChange={(value) => setInto(value === null ? null : institutionId(value))}
      />
      {line.people > 0 && (
        <Checkbox
          label={say.movePeople(line.people)}
          checked={movePeople}
          onChange={({ currentTarget: { checked } }) => setMovePeople(checked)}
        />
      )}
      {invitations > 0 && (
        <Checkbox
          label={say.revoke(invitations)}
          checked={revoke}
          onChange={({ currentTarget: { checked } }) => setRevoke(checked)}
        />
      )}
      <div>
        <Text fw={600} size="sm" mb={4}>
          {say.happens}
        </Text>
        <List size="sm" spacing={4}>
          <List.Item>{say.said(name, line.contributions)}</List.Item>
          <List.Item>{say.asked(name)}</List.Item>
          <List.Item>{say.drafts(name)}</List.Item>
          <List.Item>{say.invitations(invitations, target?.name ?? say.other, revoke)}</List.Item>
        </List>
      </div>
    </FormDialog>
  );
}
