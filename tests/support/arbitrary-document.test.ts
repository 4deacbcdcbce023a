import fc from 'fast-check';
import { expect, it } from 'vitest';
import { leitbildSchema } from '../../shared/schema/leitbild-schema.ts';
import { walk } from '../../shared/schema/walk.ts';
import { arbitraryDocument } from './arbitrary-document.ts';
import { arbitraryRevision } from './arbitrary-revision.ts';

it('generates documents that the schema accepts, with every type of node', () => {
  const seen = new Set<string>();
  let references = 0;
  fc.assert(
    fc.property(arbitraryDocument(), (document) => {
      const ids = new Set<string>();
      const targets: string[] = [];
      leitbildSchema.nodeFromJSON(document).check();
      walk(document, (node) => {
        seen.add(node.type);
        if (node.type === 'reference') targets.push(node.attrs.target);
        if ('attrs' in node && 'id' in node.attrs) {
          expect(ids.has(node.attrs.id)).toBe(false);
          ids.add(node.attrs.id);
        }
      });
      for (const target of targets) expect(ids).toContain(target);
      references += targets.length;
    }),
    { seed: 20190401, numRuns: 150 },
  );
  expect([...seen].sort()).toEqual(Object.keys(leitbildSchema.nodes).sort());
  expect(references).toBeGreaterThan(20);
});

it('generates revisions that the schema accepts', () => {
  let changed = 0;
  fc.assert(
    fc.property(arbitraryRevision(), ([before, after]) => {
      leitbildSchema.nodeFromJSON(after).check();
      if (JSON.stringify(before) !== JSON.stringify(after)) changed += 1;
    }),
    { seed: 20190401, numRuns: 100 },
  );
  expect(changed).toBeGreaterThan(30);
});
