import type { CreateId, NodeId } from '../../../../shared/ids/ids.ts';
import type { IdentifiedNode, LeitbildDocument, LeitbildNode } from '../../../../shared/schema/document.ts';
import { isIdentified, walk } from '../../../../shared/schema/walk.ts';
import { findSimilar } from './find-similar.ts';
import { textUnitsOf, type TextUnit } from './text-units.ts';

/**
 * Gives the nodes of a newly imported document the ids (and origins) of the nodes of the present one that they are
 * versions of: first what is unchanged and stands at the same place, then parts by heading, then what has the same
 * or similar words in the same part, at last in the whole document. Importing a source twice changes nothing.
 * What is new keeps the id that the import gave it, or gets another where the present document has that id already.
 */
export function carryIds(
  present: LeitbildDocument,
  imported: LeitbildDocument,
  createId: CreateId,
): LeitbildDocument {
  const old = textUnitsOf(present);
  const fresh = textUnitsOf(imported);
  const partner = new Map<TextUnit, TextUnit>();
  const used = new Set<TextUnit>();
  const isFree = (unit: TextUnit): boolean => !used.has(unit);
  const take = (unit: TextUnit, from: TextUnit): void => {
    if (partner.has(unit) || used.has(from) || unit.unitClass !== from.unitClass) return;
    partner.set(unit, from);
    used.add(from);
  };
  const matchBy = (key: (unit: TextUnit) => string | undefined, among = fresh, candidates = old): void => {
    const queues = new Map<string, TextUnit[]>();
    for (const unit of candidates) {
      const value = isFree(unit) ? key(unit) : undefined;
      if (value !== undefined) pushTo(queues, value, unit);
    }
    const next = new Map<string, number>();
    for (const unit of among) {
      const value = partner.has(unit) ? undefined : key(unit);
      if (value === undefined) continue;
      const place = next.get(value) ?? 0;
      const found = queues.get(value)?.[place];
      if (found === undefined) continue;
      next.set(value, place + 1);
      take(unit, found);
    }
  };
  const isFresh = new Set(fresh);
  /** The same name for a unit of either document where the two are partners. */
  const nameOf = (unit: TextUnit | undefined): string => {
    if (unit === undefined) return '';
    return partner.get(unit)?.id ?? (isFresh.has(unit) ? `new ${unit.id}` : unit.id);
  };

  matchBy((unit) => unit.path);
  const isPart = (unit: TextUnit): boolean => unit.unitClass === 'part';
  matchBy((unit) =>
    isPart(unit) && unit.text !== '' ? `${unit.type} ${nameOf(unit.parent)} ${unit.text}` : undefined,
  );
  matchBy((unit) => (isPart(unit) && unit.text !== '' ? unit.text : undefined));
  findSimilar(
    old.filter((unit) => isPart(unit) && isFree(unit)),
    unmatched(isPart),
    isFree,
    take,
  );
  const hasOwnWords = (unit: TextUnit): boolean =>
    unit.text !== '' && (unit.unitClass === 'item' || unit.type === 'footnote' || isBlockParagraph(unit));
  matchBy((unit) => (hasOwnWords(unit) ? `${unit.unitClass} ${nameOf(unit.part)} ${unit.text}` : undefined));
  similarWithinParts();
  matchBy((unit) => (hasOwnWords(unit) ? `${unit.unitClass} ${unit.text}` : undefined));
  findSimilar(
    old.filter((unit) => hasOwnWords(unit) && isFree(unit)),
    unmatched(hasOwnWords),
    isFree,
    take,
  );
  partsByTheirContent();
  matchBy((unit) =>
    unit.type === 'goalGroup' ? `${nameOf(unit.parent)} ${unit.kind} ${unit.text}` : undefined,
  );
  matchBy((unit) => (unit.type === 'goalGroup' ? `${nameOf(unit.parent)} ${unit.kind}` : undefined));
  const stands = (unit: TextUnit): boolean =>
    unit.type === 'participants' ||
    unit.type === 'footnote' ||
    (unit.type === 'paragraph' && !isBlockParagraph(unit));
  matchBy((unit) => (stands(unit) ? `${unit.type} ${nameOf(unit.parent)}` : undefined));

  return renamed(imported, fresh, partner, present, createId);

  function unmatched(holds: (unit: TextUnit) => boolean): readonly TextUnit[] {
    return fresh.filter((unit) => !partner.has(unit) && holds(unit));
  }

  function similarWithinParts(): void {
    const byPart = new Map<TextUnit, TextUnit[]>();
    for (const unit of old) {
      if (unit.part && hasOwnWords(unit) && isFree(unit)) {
        pushTo(byPart, unit.part, unit);
      }
    }
    const newByPart = new Map<TextUnit, TextUnit[]>();
    for (const unit of unmatched(hasOwnWords)) {
      const part = unit.part && partner.get(unit.part);
      if (part) pushTo(newByPart, part, unit);
    }
    for (const [part, units] of newByPart) findSimilar(byPart.get(part) ?? [], units, isFree, take);
  }

  /** A part whose heading is new is the one from which most of its content comes. */
  function partsByTheirContent(): void {
    for (const unit of unmatched(isPart)) {
      const votes = new Map<TextUnit, number>();
      const count = (child: TextUnit): void => {
        const origin = partner.get(child)?.part;
        if (origin && isFree(origin)) votes.set(origin, (votes.get(origin) ?? 0) + 1);
        if (!isPart(child)) child.children.forEach(count);
      };
      unit.children.forEach(count);
      const [best] = [...votes].sort((a, b) => b[1] - a[1]);
      if (best) take(unit, best[0]);
    }
  }
}

function pushTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** A paragraph of a part, not of a goal or list item: those follow what they stand in. */
function isBlockParagraph(unit: TextUnit): boolean {
  return unit.type === 'paragraph' && unit.parent?.unitClass === 'part';
}

/** The document with the ids of its partners; an id that is taken over is given to no other node. */
function renamed(
  document: LeitbildDocument,
  units: readonly TextUnit[],
  partner: ReadonlyMap<TextUnit, TextUnit>,
  present: LeitbildDocument,
  createId: CreateId,
): LeitbildDocument {
  const before = new Map<NodeId, IdentifiedNode>();
  walk(present, (node) => {
    if (isIdentified(node)) before.set(node.attrs.id, node);
  });
  const own = new Set(units.map((unit) => unit.id));
  const newId = (wanted: NodeId): NodeId => {
    let id = wanted;
    while (before.has(id) || (id !== wanted && own.has(id))) id = createId();
    return id;
  };
  const ids = new Map<NodeId, NodeId>(
    units.map((unit) => [unit.id, partner.get(unit)?.id ?? newId(unit.id)]),
  );
  const rename = (node: LeitbildNode): LeitbildNode => {
    const content = 'content' in node ? { content: node.content.map(rename) } : {};
    if (node.type === 'reference') {
      const target = ids.get(node.attrs.target) ?? node.attrs.target;
      return { ...node, attrs: { ...node.attrs, target } };
    }
    if (!isIdentified(node)) return { ...node, ...content } as LeitbildNode;
    const id = ids.get(node.attrs.id) ?? node.attrs.id;
    const known = before.get(id);
    const origins = known && node.attrs.origins.length === 0 ? known.attrs.origins : node.attrs.origins;
    const portrait =
      node.type === 'foreword'
        ? { portrait: node.attrs.portrait ?? (known?.type === 'foreword' ? known.attrs.portrait : null) }
        : {};
    return { ...node, attrs: { ...node.attrs, id, origins, ...portrait }, ...content } as LeitbildNode;
  };
  return rename(document) as LeitbildDocument;
}
