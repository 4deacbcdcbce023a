import type { Profile } from '../../../shared/schema/profile.ts';
import type { EditorCommands, LeitbildEditor } from '../../editor/index.ts';
import type { AppWords } from '../../words/app-words.ts';

/** Something that can be added where the caret stands. */
export interface Addition {
  readonly id: string;
  readonly label: string;
  /** Lines stand between groups. */
  readonly group: number;
  readonly run: () => boolean;
}

/** What can be added at the caret, from the smallest to the largest, as the profile names it. */
export function additionsAt(
  editor: LeitbildEditor,
  { goalKinds, labels }: Profile,
  words: AppWords['writing'],
): readonly Addition[] {
  const goal = editor.selectedGoal();
  const kind = goalKinds.find(({ id }) => id === editor.outline().find((entry) => entry.id === goal)?.kind);
  const all: readonly (readonly [string, string, number, (does: EditorCommands) => boolean])[] = [
    ...(goal === null
      ? []
      : [['goal', kind?.singular ?? words.goal, 1, (does: EditorCommands) => does.newGoal()] as const]),
    ['subpoint', words.subpoint, 1, (does) => does.newSubpoint()],
    ['paragraph', words.paragraph, 1, (does) => does.newParagraph()],
    ...goalKinds.map(
      ({ id, plural }) =>
        [`group-${id}`, words.groupOf(plural), 2, (does: EditorCommands) => does.newGroup(id)] as const,
    ),
    ['group-heading', words.groupHeading, 2, (does) => does.newGroupHeading()],
    ['field', labels.actionField, 3, (does) => does.newField()],
    ['section', labels.section, 3, (does) => does.newSection()],
    ['chapter', labels.chapter, 3, (does) => does.newChapter()],
    ['preface', labels.preface, 4, (does) => does.newPreface()],
    ['foreword', labels.foreword, 4, (does) => does.newForeword()],
  ];
  return all
    .filter(([, , , work]) => work(editor.can))
    .map(([id, label, group, work]) => ({ id, label, group, run: () => work(editor.commands) }));
}
