import { XmlElement, XmlText, type Doc, type XmlFragment, type YEvent } from 'yjs';

/**
 * Two who type in an empty paragraph at once each begin a text of their own. The one who began the second moves it
 * into the first, so that it is done once and later edits of both meet in one text. Says whether it did.
 */
export function joinOwnTexts(events: readonly YEvent<XmlFragment>[], doc: Doc, origin: object): boolean {
  const pairs: [XmlText, XmlText, XmlElement][] = [];
  for (const { target } of events) {
    if (!(target instanceof XmlElement)) continue;
    const children = target.toArray();
    children.forEach((child, index) => {
      const next = children[index + 1];
      if (!(child instanceof XmlText && next instanceof XmlText)) return;
      if (next._item?.id.client === doc.clientID) pairs.push([child, next, target as XmlElement]);
    });
  }
  if (pairs.length === 0) return false;
  doc.transact(
    () => {
      for (const [first, second, parent] of pairs) {
        first.applyDelta([{ retain: first.length }, ...(second.toDelta() as object[])]);
        parent.delete(parent.toArray().indexOf(second), 1);
      }
    },
    { joinedBy: origin },
  );
  return true;
}
