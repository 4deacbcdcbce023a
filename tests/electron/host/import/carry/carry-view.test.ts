import { expect, test } from 'vitest';
import { carryView } from '../../../../../electron/host/import/carry/carry-view.ts';
import { compareDocuments } from '../../../../../shared/diff/compare-documents.ts';
import { createCountingIds, nodeId } from '../../../../../shared/ids/ids.ts';
import type { SourceBlockView } from '../../../../../shared/import/import-view.ts';
import type { LeitbildDocument } from '../../../../../shared/schema/document.ts';
import { isIdentified, walk } from '../../../../../shared/schema/walk.ts';
import { importText } from '../import-text.ts';

const text = '1 Ziele\n\nLeitziele\n\n• Wir schaffen Arbeit für alle.\n• Das Ufer gehört allen Menschen.\n';

function goalsOf(document: LeitbildDocument): readonly string[] {
  const ids: string[] = [];
  walk(document, (node) => {
    if (node.type === 'goal' && isIdentified(node)) ids.push(node.attrs.id);
  });
  return ids;
}

test('a planned text has the ids that it will have, and its blocks name them', () => {
  const { document: present } = importText(text);
  const planned = JSON.parse(
    JSON.stringify(importText(`${text}• Ganz neu dazu gekommen.\n`).document).replaceAll(
      /"(id|target)":"n(\d+)"/g,
      '"$1":"fresh$2"',
    ),
  ) as LeitbildDocument;
  const blocks = goalsOf(planned).map((id, index): SourceBlockView => ({
    ...{ block: `b${String(index)}`, text: '', line: 1, page: 0, role: 'goal', goalKind: 'leitziel' },
    ...{ node: nodeId(id), changed: false },
  }));
  const view = carryView(present, { document: planned, blocks: [...blocks] }, createCountingIds('new'));
  const goals = goalsOf(view.document);
  expect(goals.slice(0, 2)).toEqual(goalsOf(present));
  expect(view.blocks.map(({ node }) => node)).toEqual(goals);
  const changes = compareDocuments(present, view.document).changes;
  expect(changes.filter(({ type, status }) => type === 'goal' && status !== 'kept')).toMatchObject([
    { status: 'new' },
  ]);
});
