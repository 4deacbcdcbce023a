import { Text, UnstyledButton } from '@mantine/core';
import { useMemo, useState } from 'react';
import { compareDocuments, type UnitChange } from '../../../shared/diff/compare-documents.ts';
import type { NodeId } from '../../../shared/ids/ids.ts';
import type { NumberedText } from '../../client/live-text.ts';
import { useWords } from '../../client/use-words.ts';
import { WordChanges } from '../../ui/word-changes.tsx';
import type { germanGoalPanel } from '../../words/de/goal-panel.ts';
import classes from './goal-panel.module.css';
import { PanelSection } from './panel-section.tsx';
import type { LastEdition } from './use-last-edition.ts';

export interface OriginSectionProps {
  readonly text: NumberedText;
  readonly id: NodeId;
  /** Null where there is none; undefined while it is not known. */
  readonly edition: LastEdition | null | undefined;
}

/** Where the selected part came from, as the edition before tells it, and which of its words have changed since. */
export function OriginSection({ text, id, edition }: OriginSectionProps) {
  const words = useWords().goalPanel;
  const [isOpen, setOpen] = useState(false);
  const changes = useMemo(
    () =>
      edition === null || edition === undefined
        ? null
        : new Map(
            compareDocuments(edition.text.document, text.document).changes.map((change) => [
              change.id,
              change,
            ]),
          ),
    [edition, text],
  );
  if (edition === undefined) return null;
  const change = changes?.get(id);
  return (
    <PanelSection title={words.origin}>
      {edition === null ? (
        <Text size="sm" c="dimmed">
          {words.noEdition}
        </Text>
      ) : (
        change && (
          <>
            <Text size="sm">{originPhrase(change, edition, words)}</Text>
            {change.reworded && (
              <>
                <UnstyledButton
                  className={classes['link'] ?? ''}
                  aria-expanded={isOpen}
                  onClick={() => setOpen((before) => !before)}
                >
                  {isOpen ? words.hideDiff : words.showDiff}
                </UnstyledButton>
                {isOpen && (
                  <p className={classes['wording']}>
                    <WordChanges words={change.words} />
                  </p>
                )}
              </>
            )}
          </>
        )
      )}
    </PanelSection>
  );
}

/** "2019: Teilziel 6.4.T3, umformuliert, an anderer Stelle". */
function originPhrase(
  change: UnitChange,
  { label, text }: LastEdition,
  words: typeof germanGoalPanel,
): string {
  const nameThen = (id: NodeId): string =>
    (text.numbering.has(id) ? text.references.textOf(id, 'label') : text.references.textOf(id, 'title')) ??
    text.references.labelOf(id);
  const { originOf } = words;
  const from = change.from.map(nameThen).join(', ');
  if (change.status === 'new') {
    if (change.from.length === 0) return originOf.new(label);
    return change.from.length === 1 ? originOf.split(label, from) : originOf.merged(label, from);
  }
  const own = nameThen(change.id);
  const main = change.reworded
    ? originOf.changed(label, own)
    : change.reformatted
      ? originOf.reformatted(label, own)
      : originOf.kept(label, own);
  const more = [
    change.moved ? originOf.moved : '',
    change.kindChanged ? originOf.kindChanged : '',
    change.from.length > 0 ? originOf.merged(label, from) : '',
  ];
  return [main, ...more].filter((part) => part !== '').join(', ');
}
