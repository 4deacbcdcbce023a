import type { NodeId } from '../../../shared/ids/ids.ts';
import { headingOf, isIdentified, plainText, walk } from '../../../shared/schema/walk.ts';
import type { NumberedText } from '../../client/live-text.ts';

/** A heading as the PDF lists it. */
export interface PdfHeading {
  readonly title: string;
  readonly depth: number;
  /** From 0. */
  readonly page: number;
  /** Points below the upper edge of the page. */
  readonly top: number;
}

/** A word or number that stands alone on a page, as the goals' numbers do in the margin. */
export interface PageWord {
  readonly text: string;
  /** Points below the upper edge. */
  readonly top: number;
}

/** A heading of the PDF with the node that it is; null for imprint and contents. */
export interface PlacedHeading extends PdfHeading {
  readonly node: NodeId | null;
}

/**
 * Finds the node of each heading of a PDF. Both are in the order of the text, so that equal titles are told apart by
 * which comes first. A text that has moved on since leaves gaps, but nothing wrong for long: the next pages follow.
 */
export function placeHeadings(
  headings: readonly PdfHeading[],
  text: NumberedText | null,
): readonly PlacedHeading[] {
  const nodes = text === null ? [] : titlesOf(text);
  let next = 0;
  return headings.map((heading) => {
    const wanted = plain(heading.title);
    const at = nodes.findIndex(({ names }, index) => index >= next && names.includes(wanted));
    if (at < 0) return { ...heading, node: null };
    next = at + 1;
    return { ...heading, node: nodes[at]?.id ?? null };
  });
}

function titlesOf({ document, numbering, references }: NumberedText): readonly {
  readonly id: NodeId;
  readonly names: readonly string[];
}[] {
  const found: { id: NodeId; names: readonly string[] }[] = [];
  walk(document, (node) => {
    if (!isIdentified(node) || !HEADED.has(node.type)) return;
    const { id } = node.attrs;
    const title = plainText(headingOf(node)).trim();
    const number = numbering.get(id)?.full ?? '';
    const label = references.labelOf(id);
    found.push({ id, names: [title, `${number} ${title}`, label, `${label} ${title}`].map(plain) });
  });
  return found;
}

const HEADED: ReadonlySet<string> = new Set([
  'foreword',
  'preface',
  'chapter',
  'section',
  'actionField',
  'goalGroup',
]);

function plain(title: string): string {
  return title
    .normalize('NFC')
    .replaceAll(/[\s\u00ad]+/g, ' ')
    .trim();
}

/**
 * The node at a place of a page: the goal whose number stands last above it, as long as it belongs to the part whose
 * heading stands last above; else that part. Null above the first heading.
 */
export function nodeAt(
  place: { readonly page: number; readonly top: number },
  headings: readonly PlacedHeading[],
  words: readonly PageWord[],
  text: NumberedText | null,
): NodeId | null {
  const above = headings.findLast(
    ({ page, top, node }) =>
      node !== null && (page < place.page || (page === place.page && top <= place.top + REACH)),
  );
  const part = above?.node ?? null;
  if (above === undefined || part === null || text === null) return null;
  const numbers = goalNumbers(text, part);
  const from = above.page === place.page ? above.top : 0;
  const word = words
    .filter(({ text: word, top }) => numbers.has(word) && top >= from && top <= place.top + REACH)
    .reduce<PageWord | null>((last, one) => (last === null || one.top >= last.top ? one : last), null);
  return (word && numbers.get(word.text)) ?? part;
}

/** Half a line: who aims at a line may hit its upper edge. */
const REACH = 8;

/** Goals of a part by the number that stands beside them, without those of the parts in it. */
function goalNumbers({ document, numbering }: NumberedText, part: NodeId): ReadonlyMap<string, NodeId> {
  const numbers = new Map<string, NodeId>();
  walk(document, (node, ancestors) => {
    if (node.type !== 'goal') return;
    const holder = ancestors.findLast(
      (above) => isIdentified(above) && above.type !== 'goal' && above.type !== 'goalGroup',
    );
    const group = ancestors.findLast((above) => isIdentified(above) && above.type === 'goalGroup');
    const isIn = [holder, group].some(
      (above) => above !== undefined && isIdentified(above) && above.attrs.id === part,
    );
    const short = numbering.get(node.attrs.id)?.short;
    if (isIn && short !== undefined) numbers.set(short, node.attrs.id);
  });
  return numbers;
}
