import type {
  Block,
  Chapter,
  Foreword,
  GoalGroup,
  LeitbildNode,
  Participants,
  Preface,
  Section,
  ActionField,
  Heading,
  Signature,
} from '../../../../shared/schema/document.ts';
import type { Institution } from '../../../../shared/register/institution.ts';
import { topGoalKinds, type Profile } from '../../../../shared/schema/profile.ts';
import { childrenOf } from '../../../../shared/schema/walk.ts';
import { endsSentence } from '../text/line-shapes.ts';
import type { ProfileWords } from '../text/profile-words.ts';
import { addDeclared } from './declared-content.ts';
import { createGoalWriter, type ParagraphBlock } from './goal-writer.ts';
import { buildInline, type InlineContext } from './inline-content.ts';
import { institutionOf, readsAsInstitution } from './institutions.ts';
import { createListWriter } from './list-writer.ts';
import type { ContentBlock, Part } from './parts.ts';
import { signForewords, type SignatureBlock } from './signatures.ts';

type TopNode = Foreword | Preface | Chapter;
type PartNode = TopNode | Section | ActionField;
type PartChild = Block | Heading | Signature | Section | ActionField | GoalGroup | Participants;

export interface PartContext extends InlineContext {
  readonly profile: Profile;
  readonly words: ProfileWords;
  isUnlabelledField(part: Part): boolean;
  addInstitution(institution: Institution): unknown;
}

/** Builds a top part with all below it. */
export function buildPart(part: Part, context: PartContext): TopNode {
  return nodeOf(part, buildContent(part, context, undefined)) as TopNode;
}

function nodeOf(part: Part, content: readonly PartChild[]): PartNode {
  const attrs = { id: part.id, origins: part.heading?.origins ?? [] };
  if (part.role === 'foreword') {
    return {
      type: 'foreword',
      attrs: { ...attrs, portrait: part.heading?.portrait ?? null },
      content,
    } as Foreword;
  }
  return { type: part.role, attrs, content } as PartNode;
}

/** `chapter` is the content of the chapter around, where lists of participants belong. */
function buildContent(
  part: Part,
  context: PartContext,
  chapter: PartChild[] | undefined,
): readonly PartChild[] {
  const content: PartChild[] = [];
  const top = chapter ?? content;
  const lists = createListWriter(content, context);
  const goals = createGoalWriter(content, context.profile, context);
  const items = [...signForewords(part)];
  const title = headingOf(part, items, context);
  if (title) content.push(title);
  const headingText = part.heading?.words.map((word) => word.text).join(' ') ?? '';
  const listsParticipants = part.role === 'chapter' && context.words.isParticipantHeading(headingText);
  let participants: Participants | undefined;

  const addInstitution = (words: ContentBlock['words'], block: ContentBlock): void => {
    if (participants === undefined) {
      const id = context.takeId(block.type === 'participants' ? block.id : undefined);
      participants = { type: 'participants', attrs: { id, origins: block.origins ?? [] } };
      top.push(participants);
    }
    const institution = institutionOf(words, context.takeId(undefined), context.placement);
    context.addInstitution(institution);
    if (block.type === 'listItem') {
      const as = block.ordered ? 'number' : 'bullet';
      context.placement.setFate(block.marker, { type: 'structure', as, node: null });
    }
  };

  items.forEach((item, index) => {
    const next = items[index + 1];
    switch (item.type) {
      case 'part':
        goals.close();
        lists.close();
        content.push(
          nodeOf(item, buildContent(item, context, part.role === 'chapter' ? content : top)) as
            Section | ActionField,
        );
        return;
      case 'goalLabel':
        lists.close();
        goals.openGroup(item);
        return;
      case 'participants': {
        goals.close();
        lists.close();
        if (part.role === 'foreword' || part.role === 'preface') {
          for (const name of item.names) lists.addParagraph(paragraphOf(name, item));
          return;
        }
        participants = {
          type: 'participants',
          attrs: { id: context.takeId(item.id), origins: item.origins ?? [] },
        };
        top.push(participants);
        for (const name of item.names) addInstitution(name, item);
        participants = undefined;
        return;
      }
      case 'signature':
        goals.close();
        lists.close();
        if (part.role === 'foreword' && index === items.length - 1)
          content.push(signatureOf(item, part, context));
        else for (const line of item.lines) lists.addParagraph(paragraphOf(line, item));
        return;
      case 'listItem':
      case 'paragraph': {
        if (item.declared !== undefined) {
          addDeclared(item, item.declared, { part, context, lists, goals });
          return;
        }
        // A name has no place for a footnote that stands behind it.
        const isNoted = item.words.some((word) => context.footnotes.notesOf(word).length > 0);
        if (listsParticipants && !isNoted && readsAsInstitution(item)) {
          lists.close();
          addInstitution(item.words, item);
          return;
        }
        if (item.within === part.id) goals.close();
        if (item.type === 'listItem') {
          const [firstKind] = topGoalKinds(context.profile);
          if (!goals.isOpen && context.isUnlabelledField(part) && firstKind)
            goals.openUnlabelled(firstKind.id);
          if (goals.isOpen) {
            lists.close();
            goals.addItem(item);
          } else lists.addItem(item);
          return;
        }
        const following =
          next !== undefined && next.type !== 'part' && next.type !== 'goalLabel' ? next : undefined;
        if (goals.isOpen && goals.addParagraph(item, following)) {
          lists.close();
          return;
        }
        goals.close();
        lists.addParagraph(item);
        return;
      }
    }
  });
  return content;
}

function paragraphOf(words: ContentBlock['words'], block: ContentBlock): ParagraphBlock {
  return { type: 'paragraph', words, line: block.line, page: block.page };
}

/** The part's heading; for a preface without one, its first paragraph if that reads as a title. */
function headingOf(part: Part, items: Part['items'], context: PartContext): Heading | undefined {
  if (part.heading) {
    const number = part.heading.number?.token;
    context.placement.setFate(number, { type: 'structure', as: 'number', node: part.id });
    const content = buildInline(part.heading.words, part.id, context);
    return part.role === 'foreword' && content.length === 0 ? undefined : { type: 'heading', content };
  }
  if (part.role !== 'preface') return undefined;
  const [first] = items;
  const isTitle = first?.type === 'paragraph' && first.declared === undefined && first.words.length <= 20;
  if (!isTitle || items.length === 1) return { type: 'heading' };
  if (endsSentence(first.words.at(-1)?.text ?? '')) return { type: 'heading' };
  items.shift();
  return { type: 'heading', content: buildInline(first.words, part.id, context) };
}

function signatureOf(block: SignatureBlock, part: Part, context: PartContext): Signature {
  return {
    type: 'signature',
    content: block.lines.map((line, index) => ({
      type: index === 0 ? 'signatureName' : 'signatureOffice',
      content: buildInline(line, part.id, context),
    })),
  };
}

/** The same node without empty `content` arrays, as ProseMirror writes it. */
export function withoutEmptyContent(node: LeitbildNode): LeitbildNode {
  if (!('content' in node)) return node;
  const content = childrenOf(node).map(withoutEmptyContent);
  const { content: emptied, ...rest } = node;
  return (emptied.length > 0 ? { ...rest, content } : rest) as LeitbildNode;
}
