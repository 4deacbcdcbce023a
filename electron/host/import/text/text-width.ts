/** Widths of a common proportional typeface in thousandths of its size, by groups of like width. */
const WIDTHS: readonly (readonly [string, number])[] = [
  ["ijl.,;:'|!‚’‘", 240],
  ['ft()[]{}/\\ -r„“”"»«', 320],
  ['sczJ', 430],
  ['aeogykvxßäö?*', 500],
  ['bdhnpquü0123456789–€$§#+=<>~^', 530],
  ['ELFTZSYIP', 520],
  ['BKRXVACHUÄÜ&', 600],
  ['DGNOQÖ', 670],
  ['wm%', 780],
  ['MW—…@', 880],
];

const widthOf = new Map<string, number>(
  WIDTHS.flatMap(([characters, width]) => Array.from(characters, (character) => [character, width] as const)),
);

/** About how wide a text is when set, in thousandths of the type size: enough to compare lines of one column. */
export function measureWidth(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf.get(character) ?? 520;
  return width;
}
