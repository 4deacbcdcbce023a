import type { AssetId } from '../../../../shared/ids/ids.ts';
import type { Publication, PublishedAsset } from '../../../../shared/publication/publication.ts';
import { element } from './escape-html.ts';

/** What every writer of a piece of HTML needs besides the piece itself. */
export interface HtmlContext {
  readonly labels: Publication['labels'];
  readonly assets: ReadonlyMap<AssetId, Uint8Array>;
}

/**
 * Ids that are not a node's. They begin with an underscore, which no node id does, so that the two cannot meet.
 * Node ids stand on elements as they are: a link to `#<node id>` holds as long as the node lives.
 */
export const ownId = {
  title: '_title',
  contents: '_contents',
  main: '_main',
  footnotes: '_footnotes',
  imprint: '_imprint',
  headingOf: (id: string): string => `_heading-${id}`,
  markOf: (id: string): string => `_mark-${id}`,
};

/**
 * A heading element for a depth of the model, where 1 stands right under the document's title. HTML ends at `h6`;
 * what lies deeper keeps its true level in `aria-level`.
 */
export function headingElement(
  level: number,
  attributes: Readonly<Record<string, string | null>>,
  inner: string,
): string {
  const depth = level + 1;
  return depth <= 6
    ? element(`h${String(depth)}`, attributes, inner)
    : element('div', { ...attributes, role: 'heading', 'aria-level': depth }, inner);
}

/** A picture with its bytes inside. Throws where the bytes of a listed asset were not given. */
export function pictureElement(asset: PublishedAsset, context: HtmlContext, className: string): string {
  const bytes = context.assets.get(asset.id);
  if (!bytes) throw new Error(`no bytes for asset ${asset.id}`);
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  return element('img', {
    class: className,
    alt: asset.alternativeText,
    src: `data:${asset.mediaType};base64,${data}`,
  });
}
