import { Fragment, type Node } from '@tiptap/pm/model';
import { appError } from '../errors/errors.ts';
import { fail, ok, type Result } from '../errors/result.ts';
import { composed } from '../text/composed.ts';
import type { LeitbildDocument } from './document.ts';
import { leitbildSchema } from './leitbild-schema.ts';

/**
 * How deep nodes may be nested. No text needs a tenth of it; without a bound, whoever writes can nest so deep that the
 * stack of whoever reads does not suffice.
 */
export const MAX_DEPTH = 200;

/**
 * Reads a document from JSON that anybody may have written, and gives it its one form (rules DOC1 to DOC6): all
 * attributes present, neighbouring text of the same marks joined, marks on text only and in schema order, text in
 * Unicode NFC.
 * Fails with `document-invalid`, naming the place by the path of child indices from the root ("3.0.2").
 */
export function parseDocument(value: unknown, path = ''): Result<LeitbildDocument> {
  const invalid = ({ place, reason }: Fault): Result<never> =>
    fail(appError('document-invalid', { path, place, reason }));
  if (isTooDeep(value)) return invalid({ place: '', reason: 'nested too deep' });
  const json = withoutEmptyText(value);
  const unreadable = jsonFault(json);
  if (unreadable !== undefined) return invalid(locateInJson(json, unreadable, ''));
  const node = normalize(leitbildSchema.nodeFromJSON(json));
  if (node.type !== leitbildSchema.topNodeType) {
    return invalid({ place: '', reason: `not a document but a ${node.type.name}` });
  }
  const fault = findFault(node);
  return fault ? invalid(fault) : ok(node.toJSON() as LeitbildDocument);
}

/** The same for a ProseMirror document; throws a `RangeError` where it is not valid. */
export function documentOf(node: Node): LeitbildDocument {
  const parsed = parseDocument(node.toJSON());
  if (parsed.ok) return parsed.value;
  throw new RangeError(`not a valid document: ${JSON.stringify(parsed.error.details)}`);
}

interface Fault {
  readonly place: string;
  readonly reason: string;
}

/** Why a JSON value is no node: an unknown type, an attribute out of range. */
function jsonFault(json: unknown): string | undefined {
  try {
    leitbildSchema.nodeFromJSON(json);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Goes down to the deepest JSON node that cannot be read. */
function locateInJson(json: unknown, reason: string, place: string): Fault {
  const children = contentOf(json) ?? [];
  for (const [index, child] of children.entries()) {
    const fault = jsonFault(child);
    if (fault !== undefined) return locateInJson(child, fault, childPlace(place, index));
  }
  return { place, reason };
}

function childPlace(place: string, index: number): string {
  return place === '' ? String(index) : `${place}.${String(index)}`;
}

/** Level by level, because going down by calls is what must not be done with such a value. */
function isTooDeep(value: unknown): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) return true;
    level = level.flatMap((node) => contentOf(node) ?? []);
  }
  return false;
}

function contentOf(json: unknown): readonly unknown[] | undefined {
  if (typeof json !== 'object' || json === null || !('content' in json)) return undefined;
  return Array.isArray(json.content) ? (json.content as unknown[]) : undefined;
}

function withoutEmptyText(value: unknown): unknown {
  const content = contentOf(value);
  if (content === undefined) return value;
  return {
    ...(value as object),
    content: content.filter((child) => !isEmptyText(child)).map(withoutEmptyText),
  };
}

function isEmptyText(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'text' in value && value.text === '';
}

/** Marks stay on text only: the editor's binding to Yjs stores none on footnotes, references and line breaks. */
function normalize(node: Node): Node {
  if (node.isText) return node;
  const children: Node[] = [];
  node.forEach((child) => children.push(normalize(child)));
  // Joined before it is composed: a letter and its accent may stand in neighbouring texts.
  const joined: Node[] = [];
  Fragment.fromArray(children).forEach((child) => joined.push(withComposedText(child)));
  return node.type.create(node.attrs, Fragment.fromArray(joined));
}

function withComposedText(node: Node): Node {
  return node.isText ? leitbildSchema.text(composed(node.text ?? ''), node.marks) : node;
}

/** Control characters have no place in a text, and no form in XML. Tab and line feed stand for structure. */
const CONTROL = /[\p{Cc}\p{Cs}\u2028\u2029\ufffe\uffff]/u;

function findFault(root: Node): Fault | undefined {
  const fault = schemaFault(root);
  if (fault !== undefined) return locate(root, fault, '');
  const ids = new Set<string>();
  const check = (node: Node, place: string): Fault | undefined => {
    if ('id' in node.attrs) {
      const id: unknown = node.attrs['id'];
      if (typeof id !== 'string') return { place, reason: `a ${node.type.name} without id` };
      if (ids.has(id)) return { place, reason: `twice the same id: ${id}` };
      ids.add(id);
    }
    if (node.isText && CONTROL.test(node.text ?? ''))
      return { place, reason: controlReason(node.text ?? '') };
    return firstAmongChildren(node, place, check);
  };
  return check(root, '');
}

/** Names the first control character of a text, and the words before it. */
function controlReason(text: string): string {
  const at = text.search(CONTROL);
  const code = (text.charCodeAt(at) || 0).toString(16).toUpperCase().padStart(4, '0');
  return `control character U+${code} after “${text.slice(Math.max(0, at - 24), at)}”`;
}

/** Why ProseMirror refuses a node or anything in it. */
function schemaFault(node: Node): string | undefined {
  try {
    node.check();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Goes down to the deepest node that is refused. */
function locate(node: Node, reason: string, place: string): Fault {
  return (
    firstAmongChildren(node, place, (child, below) => {
      const fault = schemaFault(child);
      return fault === undefined ? undefined : locate(child, fault, below);
    }) ?? { place, reason }
  );
}

function firstAmongChildren(
  node: Node,
  place: string,
  check: (child: Node, place: string) => Fault | undefined,
): Fault | undefined {
  for (let index = 0; index < node.childCount; index += 1) {
    const fault = check(node.child(index), childPlace(place, index));
    if (fault) return fault;
  }
  return undefined;
}
