import { createHash } from 'node:crypto';
import { Bookmark, ImageRun, type IFloating, type ParagraphChild } from 'docx';
import type { AssetId, NodeId } from '../../../../shared/ids/ids.ts';
import type { Publication, PublishedAsset, Run } from '../../../../shared/publication/publication.ts';
import { createListRegistry, type ListRegistry } from './docx-lists.ts';
import { docxText } from './docx-text.ts';
import { pictureSize } from './picture-size.ts';

/** A footnote as Word will hold it. `number` is what the model prints; Word would count by `index`. */
export interface DocxFootnote {
  readonly index: number;
  readonly number: string;
  readonly runs: readonly Run[];
}

/** What every writer of a piece of the document needs besides the piece itself; collects what Word keeps apart. */
export interface DocxContext {
  readonly labels: Publication['labels'];
  readonly assets: ReadonlyMap<AssetId, Uint8Array>;
  /** SVG pictures as PNG, for programs that cannot draw them; without those that nothing could paint. */
  readonly painted: ReadonlyMap<AssetId, Uint8Array>;
  readonly lists: ListRegistry;
  readonly footnotes: DocxFootnote[];
}

export function createDocxContext(
  publication: Publication,
  assets: ReadonlyMap<AssetId, Uint8Array>,
  painted: ReadonlyMap<AssetId, Uint8Array>,
): DocxContext {
  return { labels: publication.labels, assets, painted, lists: createListRegistry(), footnotes: [] };
}

/**
 * The bookmark of a node. Word allows 40 characters of a narrow alphabet, which node ids exceed, so it is the
 * beginning of the id's SHA-256; the underscore keeps it out of Word's list of bookmarks.
 */
export function bookmarkOf(id: NodeId): string {
  return `_n${createHash('sha256').update(id).digest('hex').slice(0, 24)}`;
}

/** Marks where a node begins, so that references lead there. */
export function bookmarked(id: NodeId, children: readonly ParagraphChild[]): Bookmark {
  return new Bookmark({ id: bookmarkOf(id), children });
}

/** Stands in for an SVG picture that could not be painted: Word asks for some bitmap beside it. */
const CLEAR_PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAC0lEQVR4nGNgAAIAAAUAAXpeqz8AAAAASUVORK5CYII=',
  'base64',
);

/**
 * A picture drawn into a box of pixels (96 to the inch), keeping its proportions. Throws where its bytes were not
 * given or do not say their size: both are checked when an asset is taken in.
 */
export function picture(
  asset: PublishedAsset,
  box: { readonly width: number; readonly height: number },
  context: DocxContext,
  floating?: IFloating,
): ImageRun {
  const data = context.assets.get(asset.id);
  if (!data) throw new Error(`no bytes for asset ${asset.id}`);
  const size = pictureSize(data, asset.mediaType);
  if (!size) throw new Error(`asset ${asset.id} does not say its size`);
  const scale = Math.min(box.width / size.width, box.height / size.height);
  const description = docxText(asset.alternativeText);
  const drawing = {
    transformation: { width: Math.round(size.width * scale), height: Math.round(size.height * scale) },
    altText: { name: description || 'Bild', description, title: description },
    ...(floating ? { floating } : {}),
  };
  return asset.mediaType === 'image/svg+xml'
    ? new ImageRun({
        type: 'svg',
        data,
        fallback: { type: 'png', data: context.painted.get(asset.id) ?? CLEAR_PIXEL },
        ...drawing,
      })
    : new ImageRun({ type: asset.mediaType === 'image/png' ? 'png' : 'jpg', data, ...drawing });
}
