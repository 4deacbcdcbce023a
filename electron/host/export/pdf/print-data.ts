import { appError } from '../../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../../shared/errors/result.ts';
import type { AssetId } from '../../../../shared/ids/ids.ts';
import { editionLine, imprintFacts } from '../../../../shared/publication/imprint-facts.ts';
import { printedDate } from '../../../../shared/publication/printed-date.ts';
import type { Publication } from '../../../../shared/publication/publication.ts';
import { fontFamilies } from './print-fonts.ts';
import { printableText } from './printable-text.ts';

export type PdfVariant = 'edition' | 'workingCopy';

/** What the templates read: `data.json` and the pictures it names. */
export interface PrintData {
  readonly files: ReadonlyMap<string, Uint8Array>;
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/svg+xml': 'svg',
};

/**
 * Turns a publication into the files of the templates' virtual file system: `data.json` is the publication with
 * what only print needs (dates in words, the hash in groups, names of picture files). Text stays text: the
 * templates build content from strings, and never evaluate one.
 * Fails with `asset-unknown` where a picture has no bytes and `asset-unsupported` where its type is not one of ours.
 */
export function printData(
  publication: Publication,
  assets: ReadonlyMap<AssetId, Uint8Array>,
  options: { readonly variant: PdfVariant; readonly accessible: boolean },
): Result<PrintData> {
  const files = new Map<string, Uint8Array>();
  const pictures: Record<string, string> = {};
  for (const asset of [publication.logo, ...publication.parts.map(portraitOf)]) {
    if (asset === null) continue;
    const bytes = assets.get(asset.id);
    if (bytes === undefined) return fail(appError('asset-unknown', { asset: asset.id }));
    const extension = EXTENSIONS[asset.mediaType];
    if (extension === undefined) {
      return fail(appError('asset-unsupported', { path: asset.id, reason: asset.mediaType }));
    }
    const name = `assets/${asset.id}.${extension}`;
    pictures[asset.id] = name;
    files.set(name, bytes);
  }
  const anchors = anchorsOf(publication.parts);
  const data = {
    ...publication,
    title: publication.title || publication.labels.untitled,
    variant: options.variant,
    conformance: options.accessible ? 'PDF/UA-1' : null,
    created: dateParts(publication.createdAt),
    createdOn: printedDate(publication.createdAt, publication.language),
    adoption: publication.adoption && {
      ...publication.adoption,
      date: printedDate(publication.adoption.date, publication.language),
    },
    editionLine: editionLine(publication),
    imprint: imprintFacts(publication).map((fact) => ({
      ...fact,
      groups: fact.proof ? (fact.value.match(/.{1,8}/g) ?? []) : [],
    })),
    typefaces: fontFamilies.map(({ name }) => name).join(', '),
    pictures,
    footnotes: [],
  };
  const json = JSON.stringify(data, (key, value: unknown) => {
    if (typeof value === 'string') return printableText(value);
    // A reference to what has no place of its own in print (a paragraph) stays text.
    if (key === '' || !isReference(value)) return value;
    return anchors.has(value.target) ? value : { ...value, target: null };
  });
  files.set('data.json', new TextEncoder().encode(json));
  return ok({ files });
}

function portraitOf(part: Publication['parts'][number]): Publication['logo'] {
  return part.type === 'foreword' ? part.portrait : null;
}

function isReference(value: unknown): value is { readonly type: 'reference'; readonly target: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    value.type === 'reference' &&
    'target' in value &&
    typeof value.target === 'string'
  );
}

/** Ids of everything printed that carries one; the templates set an anchor for each. */
function anchorsOf(value: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (Array.isArray(value)) for (const member of value) anchorsOf(member, found);
  else if (typeof value === 'object' && value !== null) {
    const isAsset = 'mediaType' in value;
    if ('id' in value && typeof value.id === 'string' && !isAsset) found.add(value.id);
    for (const member of Object.values(value)) anchorsOf(member, found);
  }
  return found;
}

function dateParts(iso: string): Readonly<Record<string, number>> {
  const date = new Date(iso);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}
