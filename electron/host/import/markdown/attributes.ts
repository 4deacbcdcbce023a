import { assetId, isNodeId, SHA256_PATTERN, type AssetId, type NodeId } from '../../../../shared/ids/ids.ts';

/** What a heading can open, by its class in the dialect. */
const headingClasses = {
  foreword: 'foreword',
  preface: 'preface',
  chapter: 'chapter',
  section: 'section',
  field: 'actionField',
} as const;

type HeadingClass = keyof typeof headingClasses;

/** An attribute list as the dialect knows it (see `export/markdown/README.md`). */
export interface Attributes {
  readonly opens?: (typeof headingClasses)[HeadingClass];
  readonly id?: NodeId;
  readonly origins?: readonly NodeId[];
  readonly kind?: string;
  readonly portrait?: AssetId;
  readonly within?: NodeId;
  /** Depth of a heading that is deeper than Markdown can say. */
  readonly level?: number;
  /** Parts that are well formed but mean nothing here. */
  readonly unknown: readonly string[];
}

const PART = /^(?:\.[\w-]+|#[^\s"]+|[A-Za-z][\w-]*=[^\s"]+)$/;

/**
 * Reads an attribute list with its braces.
 * Gives `null` where it does not fit the grammar: then the braces are text.
 */
export function parseAttributes(source: string): Attributes | null {
  const inner = source.slice(1, -1).trim();
  const parts = inner === '' ? [] : inner.split(/ +/);
  if (!parts.every((part) => PART.test(part))) return null;
  let found: Omit<Attributes, 'unknown'> = {};
  const unknown: string[] = [];
  for (const part of parts) {
    const meaning = meaningOf(part);
    if (meaning === null) unknown.push(part);
    else found = { ...found, ...meaning };
  }
  return { ...found, unknown };
}

function meaningOf(part: string): Omit<Attributes, 'unknown'> | null {
  if (part.startsWith('.')) {
    const name = part.slice(1);
    return isHeadingClass(name) ? { opens: headingClasses[name] } : null;
  }
  if (part.startsWith('#')) {
    const id = part.slice(1);
    return isNodeId(id) ? { id } : null;
  }
  const equals = part.indexOf('=');
  const value = part.slice(equals + 1);
  switch (part.slice(0, equals)) {
    case 'from': {
      const origins = value.split(',');
      return origins.every(isNodeId) ? { origins } : null;
    }
    case 'kind':
      return /^[a-z][a-zA-Z0-9-]{0,39}$/.test(value) ? { kind: value } : null;
    case 'portrait':
      return SHA256_PATTERN.test(value) ? { portrait: assetId(value) } : null;
    case 'in':
      return isNodeId(value) ? { within: value } : null;
    case 'level':
      return /^[1-9]\d?$/.test(value) ? { level: Number(value) } : null;
    default:
      return null;
  }
}

function isHeadingClass(name: string): name is HeadingClass {
  return Object.hasOwn(headingClasses, name);
}
