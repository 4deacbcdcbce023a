/** What was changed in a DOCX while changes were tracked. */
export interface TrackedChanges {
  readonly insertions: number;
  readonly deletions: number;
  /** The first of them: paragraph, sign and words ("12 + neue Wörter"). */
  readonly places: readonly string[];
}

const PLACES = 10;
const QUOTED = 60;
const PIECE = /<(\/?)w:(p|ins|del|moveFrom|moveTo|t|delText|instrText)(?:\s[^>]*?)?(\/?)>([^<]*)/g;

/**
 * Finds tracked insertions and deletions in the XML of a text part. A move is a deletion and an insertion; a
 * changed paragraph mark counts as well. Changes of formatting are not counted: they change no word.
 */
export function scanChanges(xml: string): TrackedChanges {
  const counts = { insertions: 0, deletions: 0 };
  const places: string[] = [];
  let paragraph = 0;
  let open: { sign: '+' | '-'; text: string } | null = null;
  for (const [, closing, name, empty, text] of xml.matchAll(PIECE)) {
    if (name === 'p') {
      if (!closing) paragraph += 1;
      continue;
    }
    if (name === 't' || name === 'delText') {
      if (open && !closing) open.text += decodeEntities(text ?? '');
      continue;
    }
    if (name === 'instrText') continue;
    const sign = name === 'ins' || name === 'moveTo' ? '+' : '-';
    if (!closing) {
      counts[sign === '+' ? 'insertions' : 'deletions'] += 1;
      open = empty ? open : { sign, text: '' };
    }
    if (closing && open) {
      if (places.length < PLACES)
        places.push(`${String(paragraph)} ${open.sign} ${open.text.trim().slice(0, QUOTED)}`.trim());
      open = null;
    } else if (empty && places.length < PLACES) places.push(`${String(paragraph)} ${sign} ¶`);
  }
  return { ...counts, places };
}

/** The words of each paragraph of a part, without any structure. */
export function paragraphTexts(xml: string): string[] {
  const texts: string[] = [];
  for (const [, body] of xml.matchAll(/<w:p(?:\s[^>]*)?>(.*?)<\/w:p>/gs)) {
    const pieces = [...(body ?? '').matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(?:tab|br)\b[^>]*\/>/g)];
    texts.push(pieces.map(([, text]) => decodeEntities(text ?? ' ')).join(''));
  }
  return texts;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  return text.replaceAll(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      return entities[name ?? ''] ?? whole;
    },
  );
}
