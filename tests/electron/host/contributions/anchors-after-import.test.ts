import { Node } from '@tiptap/pm/model';
import { expect, it } from 'vitest';
import { carryIds } from '../../../../electron/host/import/carry/carry-ids.ts';
import { makeNodeAnchor } from '../../../../shared/contributions/make-anchor.ts';
import { anchorResolver } from '../../../../shared/contributions/resolve-anchor.ts';
import { createCountingIds } from '../../../../shared/ids/ids.ts';
import type { LeitbildDocument } from '../../../../shared/schema/document.ts';
import { leitbildSchema } from '../../../../shared/schema/leitbild-schema.ts';
import { textFlowOf, type TextFlow } from '../../../../shared/text/text-flow.ts';
import { realisticDocument } from '../../../support/realistic-document.ts';

const flowOf = (document: LeitbildDocument): TextFlow => textFlowOf(Node.fromJSON(leitbildSchema, document));

/** The same text as if it had been read from a file: every id is another. */
function readAnew(document: LeitbildDocument, from: string, to: string): LeitbildDocument {
  const ids = createCountingIds('neu');
  const json = JSON.stringify(document, (key, value: unknown) => (key === 'id' ? ids() : value));
  return JSON.parse(json.replaceAll(from, to)) as LeitbildDocument;
}

it('ANC2: a new version of the text that is imported over the old one leaves anchors where they were', () => {
  const present = realisticDocument();
  const [before, after] = ['überprüfen sie alle zwei Jahre', 'überprüfen sie jedes Jahr'];
  const carried = carryIds(present, readAnew(present, before, after), createCountingIds('mehr'));
  const flow = flowOf(present);
  const resolve = anchorResolver(flowOf(carried));
  const found = { 'in-place': 0, changed: 0, other: 0 };
  for (const { id, start, end } of flow.spans.values()) {
    const anchor = makeNodeAnchor(flow, id);
    if (!anchor) throw new Error(`no anchor on ${id}`);
    const { state } = resolve(anchor);
    const isTouched = flow.text.slice(start, end).includes(before);
    if (state === 'in-place' || state === 'changed') found[state] += 1;
    else found.other += 1;
    expect([id, state === 'in-place']).toEqual([id, !isTouched]);
  }
  expect(found.other).toBe(0);
  expect(found.changed).toBeGreaterThan(3);
});
