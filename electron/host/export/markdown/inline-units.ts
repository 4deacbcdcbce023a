import type { Footnote, Inline, Mark, Reference } from '../../../../shared/schema/document.ts';

/** How a piece of inline content is set. */
export interface UnitMarks {
  readonly strong: boolean;
  readonly emphasis: boolean;
  readonly href: string | null;
}

/** The smallest pieces of inline content, in the form that Markdown can say. */
export type InlineUnit = UnitMarks &
  (
    | { readonly type: 'character'; readonly character: string }
    | { readonly type: 'space' }
    | { readonly type: 'break' }
    | { readonly type: 'footnote'; readonly node: Footnote }
    | { readonly type: 'reference'; readonly node: Reference }
  );

const plain: UnitMarks = { strong: false, emphasis: false, href: null };

/**
 * Takes inline content apart into units in normal form: runs of white space are one space, there is none at the edges
 * or beside a line break, no line break at the edges, a space or break has the marks that both its neighbours have,
 * a footnote those of the unit before it, and only text is linked.
 */
export function inlineUnits(content: readonly Inline[]): InlineUnit[] {
  const units: InlineUnit[] = [];
  for (const unit of content.flatMap(unitsOf)) {
    const last = units.at(-1);
    if (unit.type === 'space' && (!last || last.type === 'space' || last.type === 'break')) continue;
    if (unit.type === 'break') {
      if (!last) continue;
      if (last.type === 'space') units.pop();
    }
    units.push(unit);
  }
  while (units.at(-1)?.type === 'space' || units.at(-1)?.type === 'break') units.pop();
  const marked: InlineUnit[] = [];
  units.forEach((unit, index) => {
    if (unit.type === 'space' || unit.type === 'break') {
      marked.push({ ...unit, ...sharedMarks(neighbour(units, index, -1), neighbour(units, index, 1)) });
    } else if (unit.type === 'footnote') {
      const { strong, emphasis } = marked.at(-1) ?? plain;
      marked.push({ ...unit, strong, emphasis, href: null });
    } else marked.push(unit);
  });
  return marked;
}

function neighbour(units: readonly InlineUnit[], index: number, step: 1 | -1): UnitMarks {
  let at = index + step;
  let unit = units[at];
  while (unit && (unit.type === 'space' || unit.type === 'break' || unit.type === 'footnote')) {
    at += step;
    unit = units[at];
  }
  return unit ?? plain;
}

/** Marks nest in one order: where an outer one ends, the inner ones end before the space, not after it. */
function sharedMarks(a: UnitMarks, b: UnitMarks): UnitMarks {
  const strong = a.strong && b.strong;
  const sameStrong = a.strong === b.strong;
  const emphasis = sameStrong && a.emphasis && b.emphasis;
  const sameEmphasis = sameStrong && a.emphasis === b.emphasis;
  return { strong, emphasis, href: sameEmphasis && a.href === b.href ? a.href : null };
}

function unitsOf(node: Inline): InlineUnit[] {
  const marks = marksOf(node.type === 'text' ? (node.marks ?? []) : []);
  switch (node.type) {
    case 'text':
      return Array.from(node.text, (character) =>
        /[ \t\n\r\f\v\0]/.test(character)
          ? { type: 'space', ...marks }
          : { type: 'character', character, ...marks },
      );
    case 'footnote':
      return [{ type: 'footnote', node, ...marks }];
    case 'reference':
      return [{ type: 'reference', node, ...marks, href: null }];
    case 'hardBreak':
      return [{ type: 'break', ...marks }];
  }
}

function marksOf(marks: readonly Mark[]): UnitMarks {
  const link = marks.find((mark) => mark.type === 'link');
  return {
    strong: marks.some((mark) => mark.type === 'strong'),
    emphasis: marks.some((mark) => mark.type === 'emphasis'),
    href: link?.attrs.href ?? null,
  };
}
