import type { Node } from '@tiptap/pm/model';
import { Decoration, type DecorationAttrs } from '@tiptap/pm/view';
import type { NodeId } from '../../../shared/ids/ids.ts';
import type { ReferenceForm } from '../../../shared/schema/document.ts';
import { goalKindOf, type Profile } from '../../../shared/schema/profile.ts';
import type { EditorWords } from '../editor-words.ts';
import type { TextFacts } from './text-facts.ts';

/** Marks a decoration of a reference, which changes with the heading of its target. */
export const REFERENCE = { reference: true } as const;
/** Marks a decoration that shows what an empty block is for. */
export const PLACEHOLDER = { placeholder: true } as const;

interface Context {
  readonly facts: TextFacts;
  readonly profile: Profile;
  readonly words: EditorWords;
}

/** What is shown with the document but is not in it: numbers, names of groups, texts of references, placeholders. */
export function structureDecorations(doc: Node, context: Context): Decoration[] {
  const decorations: Decoration[] = [];
  const visit = (parent: Node, contentFrom: number, group: Node | null): void => {
    parent.forEach((node, offset) => {
      const from = contentFrom + offset;
      const attrs = attributesOf(node, parent, group, context);
      if (attrs) decorations.push(Decoration.node(from, from + node.nodeSize, attrs));
      if (node.isTextblock) {
        const placeholder = placeholderOf(node, from, parent, group, context);
        if (placeholder) decorations.push(placeholder);
        node.forEach((inline, inlineOffset) => {
          const decoration = inlineDecoration(inline, from + 1 + inlineOffset, context);
          if (decoration) decorations.push(decoration);
        });
      } else if (!node.isLeaf) visit(node, from + 1, node.type.name === 'goalGroup' ? node : group);
    });
  };
  visit(doc, 0, null);
  return decorations;
}

function attributesOf(
  node: Node,
  parent: Node,
  group: Node | null,
  { facts, profile, words }: Context,
): DecorationAttrs | undefined {
  const id = node.attrs['id'] as NodeId | null | undefined;
  switch (node.type.name) {
    case 'heading': {
      const owner = parent.attrs['id'] as NodeId | null;
      const number = owner && facts.numberOf(owner)?.short;
      const prefix = parent.type.name === 'goalGroup' ? pluralOf(parent, profile) : '';
      return number || prefix ? { 'data-number': number || prefix } : undefined;
    }
    case 'goalGroup': {
      const kind = goalKindOf(profile, String(node.attrs['kind']));
      const hasHeading = node.firstChild?.type.name === 'heading';
      return {
        'data-rank': String(Math.min(kind?.rank ?? 4, 4)),
        ...(kind === undefined && { 'data-unknown': words.unknownKind }),
        ...(hasHeading ? {} : { 'data-title': pluralOf(node, profile) }),
      };
    }
    case 'goal': {
      const number = id ? facts.numberOf(id) : undefined;
      const kind = group && goalKindOf(profile, String(group.attrs['kind']));
      const name = kind?.singular ?? '';
      return {
        role: 'group',
        'aria-label': [name, number?.full ?? ''].join(' ').trim() || words.goal,
        ...(number && { 'data-number': number.short, 'data-full': number.full }),
      };
    }
    case 'subpoint': {
      const number = id ? facts.numberOf(id) : undefined;
      return {
        role: 'group',
        'aria-label': [profile.labels.subpoint, number?.short ?? ''].join(' ').trim(),
        ...(number && { 'data-number': number.short }),
      };
    }
    case 'participants':
      return { 'data-title': words.participants };
    default:
      return undefined;
  }
}

function pluralOf(group: Node, profile: Profile): string {
  const id = String(group.attrs['kind']);
  return goalKindOf(profile, id)?.plural ?? id;
}

function inlineDecoration(node: Node, from: number, { facts, words }: Context): Decoration | undefined {
  if (node.type.name === 'footnote') {
    const number = facts.numberOf(node.attrs['id'] as NodeId)?.short ?? '*';
    const attrs = { 'data-number': number, 'aria-label': `${words.footnote} ${number}` };
    return Decoration.node(from, from + node.nodeSize, attrs);
  }
  if (node.type.name === 'reference') return referenceDecoration(node, from, facts, words);
  return undefined;
}

/** Shows a reference as it is printed today, or that its target is gone. */
export function referenceDecoration(
  node: Node,
  from: number,
  facts: TextFacts,
  words: EditorWords,
): Decoration {
  const text = facts.referenceText(node.attrs['target'] as NodeId, node.attrs['form'] as ReferenceForm);
  const shown = text ?? words.missingReference;
  const attrs = { 'data-text': shown, 'aria-label': shown, ...(text === null && { 'data-missing': '' }) };
  return Decoration.node(from, from + node.nodeSize, attrs, REFERENCE);
}

/** Says in an empty block what belongs there; `undefined` where it is not empty or nothing need be said. */
export function placeholderOf(
  block: Node,
  from: number,
  parent: Node,
  group: Node | null,
  { profile, words }: Pick<Context, 'profile' | 'words'>,
): Decoration | undefined {
  if (block.content.size > 0) return undefined;
  const text = placeholderText(block, parent, group, profile, words);
  if (text === '') return undefined;
  return Decoration.node(from, from + block.nodeSize, { 'data-placeholder': text }, PLACEHOLDER);
}

function placeholderText(
  block: Node,
  parent: Node,
  group: Node | null,
  profile: Profile,
  words: EditorWords,
): string {
  switch (block.type.name) {
    case 'heading':
      return parent.type.name === 'goalGroup'
        ? words.groupHeading
        : words.headingOf(labelFor(parent, profile));
    case 'signatureName':
      return words.signatureName;
    case 'signatureOffice':
      return words.signatureOffice;
    default:
      if (parent.firstChild !== block) return '';
      if (parent.type.name === 'goal') {
        return `${goalKindOf(profile, String(group?.attrs['kind']))?.singular ?? words.goal} …`;
      }
      return parent.type.name === 'subpoint' ? `${profile.labels.subpoint} …` : '';
  }
}

function labelFor(part: Node, profile: Profile): string {
  const labels: Readonly<Record<string, string>> = profile.labels;
  return labels[part.type.name] ?? '';
}
