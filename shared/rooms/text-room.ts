import { Fragment, Node } from '@tiptap/pm/model';
import { updateYFragment } from '@tiptap/y-tiptap';
import { XmlElement, XmlText, type Doc, type XmlFragment } from 'yjs';
import type { DocumentHeader } from '../editions/edition.ts';
import type { Result } from '../errors/result.ts';
import { assetId, SHA256_PATTERN, type AssetId } from '../ids/ids.ts';
import type { LeitbildDocument } from '../schema/document.ts';
import { leitbildSchema } from '../schema/leitbild-schema.ts';
import { MAX_DEPTH, parseDocument } from '../schema/parse-document.ts';
import { createRepair } from '../schema/repair-document.ts';
import { performWrite } from './named-writes.ts';
import { sharedTypes } from './rooms.ts';

/**
 * Makes the text room hold this document, by the smallest change that the binding of the editor finds: what is
 * equal stays untouched, so that the work of others on it survives. Writes nothing where nothing differs.
 * Throws a `RangeError` where the schema refuses the document.
 */
export function writeDocument(doc: Doc, document: LeitbildDocument): void {
  const parsed = parseDocument(document);
  if (!parsed.ok) throw new RangeError(`not a valid document: ${JSON.stringify(parsed.error.details)}`);
  const fragment = documentOf(doc);
  const root = Node.fromJSON(leitbildSchema, parsed.value);
  const target = withStoredArrays(root, storedOrigins(fragment));
  performWrite(doc, 'text.document', () => {
    updateYFragment(doc, fragment, target, { mapping: new Map(), isOMark: new Map() });
  });
}

/**
 * The text as it stands in the room, in its one form, repaired where a merge of concurrent structural edits left it
 * invalid; the room itself is not changed.
 * Fails with `document-invalid` where content does not fit the schema for another reason, or a node lacks its id;
 * `path` names the file in that message.
 */
export function readDocument(doc: Doc, path = ''): Result<LeitbildDocument> {
  const content = documentOf(doc)
    .toArray()
    .flatMap((type) => jsonOf(type, 1));
  const json = { type: 'leitbild', content };
  const node = nodeOf(json);
  return parseDocument(node ? createRepair()(node).toJSON() : json, path);
}

/** The content as a node, valid or not; `undefined` where it holds what no node can. */
function nodeOf(json: unknown): Node | undefined {
  try {
    return Node.fromJSON(leitbildSchema, json);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Title, subtitle and municipality; empty strings where none was written. */
export function readHeader(doc: Doc): DocumentHeader {
  const map = doc.getMap(sharedTypes.text.header);
  const word = (key: keyof DocumentHeader): string => {
    const value = map.get(key);
    return typeof value === 'string' ? value : '';
  };
  return { title: word('title'), subtitle: word('subtitle'), municipality: word('municipality') };
}

/** Sets the parts of the header that differ from what the room holds. */
export function writeHeader(doc: Doc, header: DocumentHeader): void {
  const map = doc.getMap(sharedTypes.text.header);
  const { title, subtitle, municipality } = header;
  const changes = Object.entries({ title, subtitle, municipality }).filter(
    ([key, value]) => map.get(key) !== value,
  );
  if (changes.length === 0) return;
  performWrite(doc, 'text.header', () => {
    for (const [key, value] of changes) map.set(key, value);
  });
}

/** The picture that the cover carries; `null` where none was chosen. */
export function readLogo(doc: Doc): AssetId | null {
  const value = doc.getMap(sharedTypes.text.header).get('logo');
  return typeof value === 'string' && SHA256_PATTERN.test(value) ? assetId(value) : null;
}

/** Chooses the picture of the cover, or none. */
export function writeLogo(doc: Doc, logo: AssetId | null): void {
  const map = doc.getMap(sharedTypes.text.header);
  if (readLogo(doc) !== logo) performWrite(doc, 'text.header', () => map.set('logo', logo));
}

function documentOf(doc: Doc): XmlFragment {
  return doc.getXmlFragment(sharedTypes.text.document);
}

/**
 * A shared type as ProseMirror's JSON. The binding's own reader is not used, because it deletes from the room
 * what the schema refuses.
 */
function jsonOf(type: unknown, depth: number): readonly object[] {
  if (depth > MAX_DEPTH) return [{ type: 'nested too deep' }];
  if (type instanceof XmlText) {
    return (type.toDelta() as readonly DeltaPart[]).map(({ insert, attributes }) => ({
      type: 'text',
      text: insert,
      marks: Object.entries(attributes ?? {}).map(([name, attrs]) => ({ type: name, attrs })),
    }));
  }
  if (!(type instanceof XmlElement)) return [{ type: 'a shared type that is neither element nor text' }];
  const attrs: Readonly<Record<string, unknown>> = type.getAttributes();
  return [
    { type: type.nodeName, attrs, content: type.toArray().flatMap((child) => jsonOf(child, depth + 1)) },
  ];
}

interface DeltaPart {
  readonly insert: unknown;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

/** The arrays in which the room holds the origins, by node id. */
function storedOrigins(fragment: XmlFragment): ReadonlyMap<string, readonly unknown[]> {
  const arrays = new Map<string, readonly unknown[]>();
  const collect = (type: unknown): void => {
    if (!(type instanceof XmlElement)) return;
    const attributes: Readonly<Record<string, unknown>> = type.getAttributes();
    const { id, origins } = attributes;
    if (typeof id === 'string' && Array.isArray(origins)) arrays.set(id, origins);
    type.toArray().forEach(collect);
  };
  fragment.toArray().forEach(collect);
  return arrays;
}

/**
 * The binding compares attributes of a node it touches by identity. An array that is equal but not the same would
 * be written anew in every ancestor of a changed word, over what others wrote there meanwhile.
 */
function withStoredArrays(node: Node, stored: ReadonlyMap<string, readonly unknown[]>): Node {
  if (node.isText) return node;
  const children: Node[] = [];
  node.forEach((child) => children.push(withStoredArrays(child, stored)));
  const { id, origins } = node.attrs as { id?: string | null; origins?: readonly unknown[] };
  const known = typeof id === 'string' ? stored.get(id) : undefined;
  const same = known !== undefined && JSON.stringify(known) === JSON.stringify(origins);
  return node.type.create(
    same ? { ...node.attrs, origins: known } : node.attrs,
    Fragment.fromArray(children),
  );
}
