import { Alert, Badge, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { IssuedInvitation } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/errors/errors.ts';
import type { InstitutionId } from '../../../shared/ids/ids.ts';
import type { Delegate } from '../../../shared/register/delegate.ts';
import { writeDelegate } from '../../../shared/register/delegates-room.ts';
import { successorOf } from '../../../shared/register/institution-changes.ts';
import { emptyContact } from '../../../shared/register/institution.ts';
import { renameInstitution, takeBackRename } from '../../../shared/rooms/register-room.ts';
import { useApi } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';
import { AskDialog } from '../../ui/ask-dialog.tsx';
import { shortDay } from '../../ui/format-values.ts';
import { endAfterDays, endOfRound } from '../sharing/invitation-ends.ts';
import { IssuedDialog } from '../sharing/issued-dialog.tsx';
import type { Invitations } from '../sharing/use-invitations.ts';
import { InstitutionDialog } from './institution-dialog.tsx';
import { InstitutionFacts } from './institution-facts.tsx';
import { InvitationsSection } from './invitations-section.tsx';
import { LeaveDialog } from './leave-dialog.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { PeopleSection } from './people-section.tsx';
import type { RegisterLine } from './register-lines.ts';
import { RenameDialog } from './rename-dialog.tsx';
import { useRegisterAct, useRegisterOrder, type RegisterOrder } from './use-register-act.tsx';
import type { RegisterFacts } from './use-register.ts';
import classes from './register.module.css';

export interface InstitutionDetailsProps {
  readonly line: RegisterLine;
  readonly facts: RegisterFacts;
  readonly invitations: Invitations;
  /** Told whether a dialog is open, so that Escape closes that and not the register. */
  readonly onAsking: (isAsking: boolean) => void;
  readonly onChoose: (id: InstitutionId) => void;
}

type Dialog = 'edit' | 'rename' | 'merge' | 'leave' | 'remove';

/** How long an invitation that is made here lasts at least, in days; it never ends before the round that runs. */
const LASTING = 31;

/** All about one institution, and what can be done with it. */
export function InstitutionDetails({
  line,
  facts,
  invitations,
  onAsking,
  onChoose,
}: InstitutionDetailsProps) {
  const { register: words, describe, language } = useWords();
  const api = useApi();
  const act = useRegisterAct(facts.rooms);
  const orderOf = useRegisterOrder();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [issued, setIssued] = useState<{ readonly what: IssuedInvitation; readonly who: string } | null>(
    null,
  );
  const [failure, setFailure] = useState<AppError | null>(null);
  const { institution, isPresent } = line;
  const { id, name } = institution;
  const { rooms } = facts;
  const people = facts.delegates.filter((person) => person.institution === id);
  const own = (invitations.list ?? []).filter((one) => one.institution === id);
  const valid = own.filter(({ state }) => state === 'valid').length;
  const isInvited = own.length > 0 || invitations.withPackage.has(id);
  const mayRemove = line.contributions === 0 && invitations.list !== null && !isInvited;
  const successor = institution.mergedInto && successorOf(facts.institutions, institution.mergedInto);
  const ask = (what: Dialog | null): void => {
    setDialog(what);
    onAsking(what !== null);
  };
  const nameOf = (one: InstitutionId): string =>
    facts.institutions.find((other) => other.id === one)?.name ?? one;

  const order = async (...what: Parameters<RegisterOrder>): Promise<void> => {
    setFailure(null);
    setFailure(await orderOf(...what));
    invitations.reload();
  };

  const invite = async (person: Delegate | null): Promise<void> => {
    setFailure(null);
    const now = new Date();
    const [month, round] = [endAfterDays(LASTING, now), endOfRound(rooms.process, now)];
    const expiresAt = round !== null && round > month ? round : month;
    const made = await api('invitations.create', { role: 'delegate', institution: id, expiresAt });
    if (!made.ok) {
      setFailure(made.error);
      return;
    }
    if (person !== null) writeDelegate(rooms.contacts, { ...person, invitation: made.value.invitation.id });
    setIssued({
      what: made.value,
      who: person === null ? name : words.invitation.forPerson(person.name, name),
    });
    onAsking(true);
    invitations.reload();
  };

  return (
    <article aria-label={name}>
      <h2 className={classes['title']}>{name}</h2>
      <Group gap="xs" mt={6}>
        <Text c="dimmed">{words.kinds[institution.kind]}</Text>
        {institution.left !== undefined && (
          <Badge variant="light" color="gray" tt="none">
            {words.leftOn(shortDay(institution.left, language))}
          </Badge>
        )}
        {institution.mergedInto !== undefined &&
          (successor === undefined ? (
            <Badge variant="light" color="gray" tt="none">
              {words.mergedUnknown}
            </Badge>
          ) : (
            <Button size="compact-sm" variant="light" onClick={() => onChoose(successor.id)}>
              {words.mergedInto(successor.name)}
            </Button>
          ))}
      </Group>
      <div className={classes['actions']}>
        <Button variant="default" onClick={() => ask('edit')}>
          {words.edit.button}
        </Button>
        <Button variant="default" onClick={() => ask('rename')}>
          {words.rename.button}
        </Button>
        {isPresent ? (
          <>
            <Button variant="default" onClick={() => ask('merge')}>
              {words.merge.button}
            </Button>
            <Button variant="default" onClick={() => ask('leave')}>
              {words.leave.button}
            </Button>
          </>
        ) : (
          <Button
            variant="default"
            onClick={() => {
              const say = institution.mergedInto === undefined ? words.leave : words.merge;
              void order(say.backDone(name), (host) => host('register.comeBack', { institution: id }));
            }}
          >
            {institution.mergedInto === undefined ? words.leave.back : words.merge.back}
          </Button>
        )}
        {mayRemove && (
          <Button variant="subtle" color="red" onClick={() => ask('remove')}>
            {words.remove.button}
          </Button>
        )}
      </div>
      {failure !== null && (
        <Alert color="red" variant="light" role="alert" mt="md">
          {describe(failure)}
        </Alert>
      )}
      <div className={classes['sections']}>
        <InstitutionFacts
          line={line}
          contact={facts.contacts.get(id) ?? emptyContact}
          absorbed={facts.institutions.filter(({ mergedInto }) => mergedInto === id)}
          removeHint={mayRemove || invitations.list === null ? null : words.remove.why}
          onChoose={onChoose}
          onBack={() => {
            const before = institution.formerNames?.at(-1)?.name ?? name;
            act(words.rename.backDone(before), () => takeBackRename(rooms.process, id));
          }}
        />
        <PeopleSection
          {...{ people, rooms, act, onAsking }}
          institution={id}
          invitations={invitations.list ?? []}
          onInvite={isPresent ? (person) => void invite(person) : null}
        />
        <InvitationsSection
          invitations={own}
          people={people}
          onCreate={isPresent ? () => void invite(null) : null}
        />
      </div>
      {dialog === 'edit' && (
        <InstitutionDialog
          facts={facts}
          entry={{ institution, contact: facts.contacts.get(id) ?? emptyContact }}
          onClose={() => ask(null)}
          onSaved={onChoose}
        />
      )}
      {dialog === 'rename' && (
        <RenameDialog
          institution={institution}
          onRename={(now, lastDay) =>
            act(words.rename.done(now), () => renameInstitution(rooms.process, id, now, lastDay))
          }
          onClose={() => ask(null)}
        />
      )}
      {dialog === 'merge' && (
        <MergeDialog
          {...{ line, facts }}
          invitations={valid}
          onMerge={({ into, movePeople, revoke }) =>
            void order(words.merge.done(name, nameOf(into)), (host) =>
              host('register.merge', { institution: id, into, movePeople, revoke }),
            )
          }
          onClose={() => ask(null)}
        />
      )}
      {dialog === 'leave' && (
        <LeaveDialog
          name={name}
          onLeave={(day) =>
            void order(words.leave.done(name), (host) => host('register.leave', { institution: id, day }))
          }
          onClose={() => ask(null)}
        />
      )}
      {dialog === 'remove' && (
        <AskDialog
          title={words.remove.title(name)}
          text={words.remove.text}
          confirm={words.remove.save}
          onConfirm={() =>
            void order(words.remove.done(name), (host) => host('register.remove', { institution: id }))
          }
          onClose={() => ask(null)}
        />
      )}
      {issued !== null && (
        <IssuedDialog
          issued={issued.what}
          who={issued.who}
          onClose={() => {
            setIssued(null);
            onAsking(false);
          }}
        />
      )}
    </article>
  );
}
