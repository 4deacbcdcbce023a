import type { CreateId, NodeId } from '../../../../shared/ids/ids.ts';
import type { Institution } from '../../../../shared/register/institution.ts';
import type { LeitbildDocument } from '../../../../shared/schema/document.ts';
import type { Profile } from '../../../../shared/schema/profile.ts';
import { walk } from '../../../../shared/schema/walk.ts';
import type { ImportResult } from '../import-result.ts';
import type { ImportWarning, SourceBlock, SourceDocument } from '../source-document.ts';
import { createProfileWords } from '../text/profile-words.ts';
import { pairFootnotes } from './footnote-pairs.ts';
import { buildPart, withoutEmptyContent } from './part-content.ts';
import { findFields, groupIntoParts } from './parts.ts';
import { createPlacement } from './placement.ts';
import { createReferenceFinder } from './references.ts';

/**
 * Makes a Leitbild of a source: parts from headings, goals from the lists under the names of goal kinds, footnotes at
 * their marks, institutions from the list of participants, and an account of every token. Where the source has no
 * goals none are invented: its text becomes chapters, paragraphs and lists, and a warning says so.
 */
export function buildDocument(
  source: SourceDocument,
  options: { readonly profile: Profile; readonly createId: CreateId },
): ImportResult {
  const { profile } = options;
  const taken = new Set<NodeId>();
  const given = givenIds(source.blocks);
  const takeId = (wanted: NodeId | undefined): NodeId => {
    let id = wanted;
    while (id === undefined || taken.has(id)) {
      const fresh = options.createId();
      id = given.has(fresh) ? undefined : fresh;
    }
    taken.add(id);
    return id;
  };
  const footnotes = pairFootnotes(source);
  const sourceBlocks =
    footnotes.loose.length === 0 ? source.blocks : withLooseNotes(source.blocks, footnotes.loose);
  const parts = groupIntoParts(sourceBlocks, { profile, takeId, asRead: source.asRead ?? sourceBlocks });
  const unlabelled = findFields(parts);
  const words = createProfileWords(profile);
  const placement = createPlacement(source);
  const institutions: Institution[] = [];
  const warnings: ImportWarning[] = [...source.warnings, ...footnotes.warnings];
  const targets = new Set<NodeId>([...given, ...taken]);
  const context = {
    profile,
    words,
    takeId,
    placement,
    footnotes,
    references: createReferenceFinder(parts, words),
    isTarget: (id: NodeId) => targets.has(id),
    isUnlabelledField: (part: (typeof parts)[number]) => unlabelled.has(part),
    addInstitution: (institution: Institution) => institutions.push(institution),
  };
  const content = parts.map((part) => buildPart(part, context));
  for (const token of source.blocks.flatMap(({ setAside }) => setAside ?? [])) {
    placement.setFate(token, { type: 'structure', as: 'bullet', node: null });
  }
  const document = withoutEmptyContent({ type: 'leitbild', content }) as LeitbildDocument;
  if (!hasGoals(document))
    warnings.push({ code: 'no-structure-found', line: 1, detail: source.name.slice(0, 80) });
  return { document, header: source.header, institutions, ledger: placement.ledger(), warnings };
}

/** Whether any goal is in the document. */
function hasGoals(document: LeitbildDocument): boolean {
  let found = false;
  walk(document, (node) => {
    if (node.type === 'goal') found = true;
  });
  return found;
}

function givenIds(blocks: readonly SourceBlock[]): ReadonlySet<NodeId> {
  return new Set(blocks.flatMap((block) => block.id ?? []));
}

/** Footnotes before any text have no word to stand behind; they become paragraphs. */
function withLooseNotes(
  blocks: readonly SourceBlock[],
  loose: readonly SourceBlock[],
): readonly SourceBlock[] {
  const set = new Set(loose);
  return blocks.map((block) => {
    if (block.type !== 'footnote' || !set.has(block)) return block;
    const { words, line, page, mark, markToken } = block;
    const number = markToken ? [{ text: mark, tokens: [markToken], spaceBefore: false }] : [];
    const [first, ...rest] = words;
    const behind = first && number.length > 0 ? [{ ...first, spaceBefore: true }, ...rest] : words;
    return { type: 'paragraph', words: [...number, ...behind], line, page };
  });
}
