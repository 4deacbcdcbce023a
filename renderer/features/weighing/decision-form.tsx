import { Alert, Button, Radio, Stack, Text, Title } from '@mantine/core';
import { useMemo, useState } from 'react';
import { outcomes, type Decision } from '../../../shared/decisions/decision.ts';
import type { AppError } from '../../../shared/errors/errors.ts';
import type { CompetingWording } from '../../../shared/weighing/competing-wordings.ts';
import { useApi } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';
import said from '../../ui/said.module.css';
import { shortDay } from '../../ui/format-values.ts';
import { useFrame } from '../frame/frame-context.tsx';
import {
  chosenWordings,
  decideInput,
  emptyDraft,
  mayChangeText,
  type DecisionDraft,
} from './decision-draft.ts';
import { ReasonField } from './reason-field.tsx';
import { SupersededNote } from './superseded-note.tsx';
import type { Weighing } from './use-weighing.ts';
import { wordingChoices } from './wording-choices.ts';
import { WordingField } from './wording-field.tsx';
import { WorkshopField } from './workshop-field.tsx';
import classes from './weighing.module.css';

export interface DecisionFormProps {
  readonly weighing: Weighing;
  readonly competing: readonly CompetingWording[];
  readonly draft: DecisionDraft;
  readonly onDraft: (change: (draft: DecisionDraft) => DecisionDraft) => void;
  readonly onDecided: (decision: Decision) => void;
}

const stages = ['proposed', 'final'] as const;

/** What becomes of the chosen contributions, why, and what of the text changes. Nothing typed goes where it fails. */
export function DecisionForm({ weighing, competing, draft, onDraft, onDecided }: DecisionFormProps) {
  const words = useWords();
  const { form, wordings: say } = words.weighing;
  const api = useApi();
  const { phase } = useFrame();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<AppError | null>(null);
  const [isAsked, setAsked] = useState(false);
  const about = useMemo(
    () => [...draft.seen.keys()].flatMap((id) => weighing.byId.get(id) ?? []),
    [draft.seen, weighing.byId],
  );
  const choices = useMemo(
    () => wordingChoices(about, weighing.today, weighing.baseOf),
    [about, weighing.today, weighing.baseOf],
  );
  const wordings = chosenWordings(draft, choices, competing);
  const changesText = mayChangeText(draft);
  if (about.length === 0)
    return (
      <Text c="dimmed" className={classes['told'] ?? ''}>
        {form.nothing}
      </Text>
    );

  const missing =
    draft.outcome === null ? form.needsOutcome : decideInput(draft, wordings) === null ? say.moved : null;
  const decide = async (): Promise<void> => {
    const input = decideInput(draft, wordings);
    setAsked(true);
    if (input === null) return;
    setBusy(true);
    const answer = await api('decisions.decide', input);
    setBusy(false);
    if (answer.ok) {
      onDraft(() => emptyDraft);
      onDecided(answer.value);
    } else setFailure(answer.error);
  };
  return (
    <form
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void decide();
      }}
    >
      <Stack gap="md" className={classes['fields'] ?? ''}>
        <div>
          <Title order={3} className={classes['formTitle'] ?? ''}>
            {form.title(about.length)}
          </Title>
          <Text size="sm" c="dimmed">
            {form.about} {[...new Set(about.map(({ institutionName }) => institutionName))].join(', ')}
          </Text>
        </div>
        {draft.takenFrom !== null && (
          <p className={classes['takenOver']}>
            {form.takenOver(shortDay(draft.takenFrom.at, words.language))}
          </p>
        )}
        <Radio.Group
          label={form.outcome}
          size="sm"
          value={draft.outcome ?? ''}
          error={isAsked && draft.outcome === null}
          onChange={(value) =>
            onDraft((before) => ({ ...before, outcome: outcomes.find((one) => one === value) ?? null }))
          }
        >
          <div className={classes['radios']}>
            {outcomes.map((one) => (
              <Radio key={one} value={one} size="sm" label={words.contributions.outcomes[one]} />
            ))}
          </div>
        </Radio.Group>
        <Radio.Group
          label={form.stage}
          size="sm"
          value={draft.stage}
          onChange={(value) =>
            onDraft((before) => ({ ...before, stage: value === 'proposed' ? 'proposed' : 'final' }))
          }
        >
          <Stack gap={6} mt={6}>
            {stages.map((one) => (
              <Radio
                key={one}
                value={one}
                size="sm"
                label={form.stages[one]}
                description={form.stageHints[one]}
              />
            ))}
          </Stack>
        </Radio.Group>
        {changesText && wordings.length > 0 && (
          <section className={classes['wordings']} aria-label={say.title}>
            {phase.text === 'locked' && <p className={said['caution']}>{say.locked}</p>}
            {wordings.map((wording) => (
              <WordingField
                key={wording.contribution}
                wording={wording}
                onChange={(next) =>
                  onDraft((before) => ({
                    ...before,
                    wordings: new Map([...before.wordings, [wording.contribution, next]]),
                  }))
                }
              />
            ))}
          </section>
        )}
        <ReasonField
          reason={draft.reason}
          onChange={(change) => onDraft((before) => ({ ...before, reason: change(before.reason) }))}
        />
        <WorkshopField
          workshops={weighing.workshops}
          value={draft.workshop}
          onChange={(workshop) => onDraft((before) => ({ ...before, workshop }))}
          made={draft.newWorkshop}
          onMade={(newWorkshop) => onDraft((before) => ({ ...before, newWorkshop }))}
        />
      </Stack>
      <div className={classes['submit']}>
        {failure !== null && failure.code !== 'decision-superseded' && (
          <Alert color="red" variant="light" role="alert" title={words.weighing.failed}>
            {words.describe(failure)}
          </Alert>
        )}
        <SupersededNote
          rows={about}
          seen={draft.seen}
          isRefused={failure?.code === 'decision-superseded'}
          onRead={() => {
            setFailure(null);
            onDraft((before) => ({
              ...before,
              seen: new Map(about.map(({ id, decision }) => [id, decision])),
            }));
          }}
        />
        {isAsked && missing !== null && (
          <Text size="sm" role="alert" className={classes['missing'] ?? ''}>
            {missing}
          </Text>
        )}
        <Button type="submit" loading={busy} fullWidth style={{ flex: 'none' }}>
          {form.submit[draft.stage]}
        </Button>
      </div>
    </form>
  );
}
