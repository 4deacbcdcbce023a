import { freezeEdition } from '../../shared/editions/freeze.ts';
import type { Publishable } from '../../shared/editions/edition.ts';
import { nodeId } from '../../shared/ids/ids.ts';
import type { Publication } from '../../shared/publication/publication.ts';
import { publish } from '../../shared/publication/publish.ts';
import type { Goal, GoalGroup, LeitbildDocument, LeitbildNode } from '../../shared/schema/document.ts';
import { walk } from '../../shared/schema/walk.ts';
import type { ImportPlan } from '../../electron/host/import/import-source.ts';
import { valueOf } from '../support/filled-workspace.ts';
import { shippedProfile } from '../support/standard-profile.ts';

/** The document with its chapters of action fields `times` over; copies have ids of their own and refer to themselves. */
export function repeatDocument(document: LeitbildDocument, times: number): LeitbildDocument {
  const content = (document.content ?? []).flatMap((part) => {
    const hasFields = part.content?.some(({ type }) => type === 'actionField');
    return hasFields ? Array.from({ length: times }, (_, copy) => copyOf(part, copy)) : [part];
  });
  return { ...document, content };
}

function copyOf<T extends LeitbildNode>(part: T, copy: number): T {
  if (copy === 0) return part;
  const inside = new Set<string>();
  walk(part, (node) => {
    if ('attrs' in node && 'id' in node.attrs) inside.add(node.attrs.id);
  });
  return JSON.parse(JSON.stringify(part), (key, value: unknown) =>
    (key === 'id' || key === 'target') && typeof value === 'string' && inside.has(value)
      ? nodeId(`${value}-${copy}`)
      : value,
  ) as T;
}

/** The document as a revision leaves it: of every ten goals one is reworded, and one stands last in its group. */
export function reviseDocument(document: LeitbildDocument): LeitbildDocument {
  let count = 0;
  const reviseGroup = (group: GoalGroup): GoalGroup => {
    const stay: Goal[] = [];
    const moved: Goal[] = [];
    for (const goal of group.content ?? []) {
      if (goal.type !== 'goal') return group;
      count += 1;
      if (count % 10 === 5) moved.push(goal);
      else stay.push(count % 10 === 0 ? reword(goal) : goal);
    }
    return { ...group, content: [...stay, ...moved] };
  };
  const revise = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(revise);
    if (typeof value !== 'object' || value === null) return value;
    if ('type' in value && value.type === 'goalGroup') return reviseGroup(value as GoalGroup);
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, revise(member)]));
  };
  return revise(document) as LeitbildDocument;
}

/** Every third word of its texts is another. */
function reword(goal: Goal): Goal {
  return JSON.parse(JSON.stringify(goal), (key, value: unknown) => {
    if (key !== 'text' || typeof value !== 'string') return value;
    const words = value
      .split(' ')
      .map((word, index) => (index % 3 === 1 ? `neu${word.toLowerCase()}` : word));
    return words.join(' ');
  }) as Goal;
}

/** An edition of an imported text, frozen on a fixed day. */
function editionOf(
  { header, institutions }: ImportPlan,
  document: LeitbildDocument,
): Publishable & { readonly state: 'edition' } {
  const edition = freezeEdition({
    ...header,
    title: header.title || 'Leitbild',
    label: '2019',
    adoption: { body: 'Rat der Stadt', date: '2019-06-12', paper: 'V/0417/2019' },
    frozenAt: '2019-07-01T08:30:00Z',
    profile: shippedProfile(),
    document,
    participants: institutions,
    decisions: [],
    assets: [],
    logo: null,
    previous: null,
  });
  return { state: 'edition', edition: valueOf(edition) };
}

/** The publication of an imported text with its goals `times` over. */
export function publicationOf(plan: ImportPlan, times: number): Publication {
  return publish(editionOf(plan, repeatDocument(plan.document, times)));
}

/** The publication with one word more in one of its paragraphs, so that no cached page is the same; another by each `turn`. */
export function alterPublication(publication: Publication, turn: number): Publication {
  let paragraphs = 0;
  const count = (value: unknown): void => {
    if (isParagraph(value)) paragraphs += 1;
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(count);
  };
  count(publication.parts);
  let left = Math.floor(paragraphs * ((turn * 0.618034 + 0.3) % 1));
  const alter = (value: unknown): unknown => {
    if (isParagraph(value)) {
      left -= 1;
      const run = { type: 'text', text: `Wort${turn} `, strong: false, emphasis: false, href: null };
      return left === -1 ? { ...value, runs: [run, ...value.runs] } : value;
    }
    if (Array.isArray(value)) return value.map(alter);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, alter(member)]));
  };
  return { ...publication, parts: alter(publication.parts) as Publication['parts'] };
}

function isParagraph(
  value: unknown,
): value is { readonly type: 'paragraph'; readonly runs: readonly unknown[] } {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'paragraph';
}
