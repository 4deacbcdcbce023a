import { printedTexts } from '../../shared/diff/printed-texts.ts';
import type { NodeId } from '../../shared/ids/ids.ts';
import { createReferenceTexts } from '../../shared/publication/reference-text.ts';
import type { IdentifiedNode, LeitbildDocument } from '../../shared/schema/document.ts';
import type { Profile } from '../../shared/schema/profile.ts';
import { headingOf, isIdentified, plainText, walk } from '../../shared/schema/walk.ts';
import { numberDocument } from '../../shared/text/numbering.ts';
import type { ComparisonWords } from './comparison-words.ts';

/** A document with the profile that says how its parts are called. */
export interface NamedDocument {
  readonly document: LeitbildDocument;
  readonly profile: Profile;
}

/** What readers of one document call its units. */
export interface UnitNames {
  /** Kind and number ("Leitziel 6.3.L1"), or the kind alone; empty for what the document does not have. */
  nameOf(id: NodeId): string;
  /** Kind, number and title of a part ("Kapitel 3 Sprache"); `null` for what the document does not have. */
  headingOf(id: NodeId): string | null;
  /** Name and first words. */
  quote(id: NodeId): string;
  /** The own words of a unit, references as printed. */
  textOf(id: NodeId): string;
  /** The foreword, chapter, section or field that a unit stands in, or is. */
  partOf(id: NodeId): NodeId | null;
}

/** Characters of a unit's first words in a quotation. */
const QUOTED = 60;

const partTypes: ReadonlySet<string> = new Set(['foreword', 'preface', 'chapter', 'section', 'actionField']);

/** Looks all units of a document up once. */
export function createUnitNames({ document, profile }: NamedDocument, words: ComparisonWords): UnitNames {
  const numbering = numberDocument(document, profile);
  const references = createReferenceTexts(document, profile, numbering);
  const texts = printedTexts(document, profile);
  const nodes = new Map<NodeId, IdentifiedNode>();
  const parts = new Map<NodeId, NodeId>();
  walk(document, (node, ancestors) => {
    if (!isIdentified(node)) return;
    nodes.set(node.attrs.id, node);
    const part = [...ancestors, node].findLast((above) => partTypes.has(above.type));
    if (part && isIdentified(part)) parts.set(node.attrs.id, part.attrs.id);
  });

  const kindOf = (node: IdentifiedNode): string => {
    const label = references.labelOf(node.attrs.id);
    if (label !== '') return label;
    switch (node.type) {
      case 'goalGroup':
      case 'goal':
      case 'paragraph':
      case 'listItem':
      case 'footnote':
        return words.unit[node.type];
      default:
        return '';
    }
  };
  const nameOf = (id: NodeId): string => {
    const node = nodes.get(id);
    return node === undefined ? '' : joined(kindOf(node), numbering.get(id)?.full ?? '');
  };
  const textOf = (id: NodeId): string => texts.get(id) ?? '';
  return {
    nameOf,
    textOf,
    headingOf(id) {
      const node = nodes.get(id);
      if (node === undefined) return null;
      const title = plainText(headingOf(node)).trim() || words.untitled;
      // "Grußwort der Bürgermeisterin" says itself what it is.
      return title.startsWith(kindOf(node)) ? title : joined(nameOf(id), title);
    },
    quote(id) {
      const text = textOf(id).replaceAll(/\s+/g, ' ');
      return words.quoted(nameOf(id), text.length > QUOTED ? `${text.slice(0, QUOTED).trimEnd()}…` : text);
    },
    partOf: (id) => parts.get(id) ?? null,
  };
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}
