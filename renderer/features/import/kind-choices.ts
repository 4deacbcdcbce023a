import type { BlockChange, BlockKind, SourceBlockView } from '../../../shared/import/import-view.ts';
import { goalKindOf, type Profile } from '../../../shared/schema/profile.ts';
import type { AppWords } from '../../words/app-words.ts';

/** One thing that a person can say a block is. */
export interface KindChoice {
  /** Unique among the choices: the kind, and the goal kind where there is one. */
  readonly key: string;
  readonly kind: BlockKind;
  readonly goalKind: string | null;
  readonly label: string;
}

export type KindGroup = 'heading' | 'goal' | 'text' | 'none';

export interface KindShelfGroup {
  readonly group: KindGroup;
  readonly choices: readonly KindChoice[];
}

type ImportWords = AppWords['import'];

/** All that a block can be in a municipality with this profile, called as the profile calls it. */
export function kindChoices(profile: Profile, words: ImportWords): readonly KindShelfGroup[] {
  const plain = (kind: Exclude<BlockKind, 'goal' | 'goalGroup'>): KindChoice => ({
    key: kind,
    kind,
    goalKind: null,
    label: plainLabel(kind, profile, words),
  });
  const ofGoals = (kind: 'goal' | 'goalGroup'): KindChoice[] =>
    profile.goalKinds.map(({ id, singular, plural }) => ({
      key: `${kind} ${id}`,
      kind,
      goalKind: id,
      label: kind === 'goal' ? singular : words.goalHeading(plural),
    }));
  return [
    {
      group: 'heading',
      choices: [
        ...(['chapter', 'section', 'actionField'] as const).map(plain),
        ...ofGoals('goalGroup'),
        ...(['foreword', 'preface'] as const).map(plain),
      ],
    },
    {
      group: 'goal',
      choices: [...ofGoals('goal'), ...(['subpoint', 'goalParagraph'] as const).map(plain)],
    },
    { group: 'text', choices: (['paragraph', 'listItem', 'footnote'] as const).map(plain) },
    { group: 'none', choices: [plain('leftOut')] },
  ];
}

/** What a block is called that it became. */
export function roleLabel(
  { role, goalKind }: Pick<SourceBlockView, 'role' | 'goalKind'>,
  profile: Profile,
  words: ImportWords,
): string {
  if (role === 'signature' || role === 'participants' || role === 'unplaced') return words.roles[role];
  const kind = goalKind === null ? profile.goalKinds[0] : goalKindOf(profile, goalKind);
  if (role === 'goal') return kind?.singular ?? '';
  if (role === 'goalGroup') return words.goalHeading(kind?.plural ?? '');
  return plainLabel(role, profile, words);
}

/** The choice that a block has now; undefined where only the source itself could say it. */
export function choiceOf(
  { role, goalKind }: Pick<SourceBlockView, 'role' | 'goalKind'>,
  groups: readonly KindShelfGroup[],
): KindChoice | undefined {
  return groups
    .flatMap(({ choices }) => choices)
    .find((choice) => choice.kind === role && (choice.goalKind === null || choice.goalKind === goalKind));
}

/** The correction that makes a block this. */
export function changeTo(block: string, { kind, goalKind }: KindChoice): BlockChange {
  return goalKind === null ? { block, kind } : { block, kind, goalKind };
}

function plainLabel(
  kind: Exclude<BlockKind, 'goal' | 'goalGroup'>,
  { labels }: Profile,
  words: ImportWords,
): string {
  switch (kind) {
    case 'foreword':
    case 'preface':
    case 'chapter':
    case 'section':
    case 'actionField':
    case 'subpoint':
      return labels[kind];
    default:
      return words.kinds[kind];
  }
}
