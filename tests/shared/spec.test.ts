import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = new URL('../..', import.meta.url).pathname;

const rules = [
  ...readFileSync(join(root, 'shared/SPEC.md'), 'utf8').matchAll(/^- \*\*([A-Z]{3}\d+)\*\* /gm),
].map(([, id]) => id ?? '');

/** Ids that begin the title of a test, one or several ("NUM1, NUM2: …"). */
function quotedIds(): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const entry of readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' })) {
    if (!entry.endsWith('.test.ts')) continue;
    const source = readFileSync(join(root, 'tests', entry), 'utf8');
    for (const [, quoted] of source.matchAll(/['"`]([A-Z]{3}\d+(?:, [A-Z]{3}\d+)*): /g)) {
      for (const id of (quoted ?? '').split(', ')) ids.add(id);
    }
  }
  return ids;
}

describe('SPEC.md', () => {
  it('states each rule once', () => {
    expect(rules.length).toBeGreaterThan(50);
    expect(rules.filter((id, index) => rules.indexOf(id) !== index)).toEqual([]);
  });

  it('has a test for each rule, and each test quotes a rule that stands there', () => {
    const quoted = quotedIds();
    expect({
      withoutTest: rules.filter((id) => !quoted.has(id)),
      withoutRule: [...quoted].filter((id) => !rules.includes(id)).sort(),
    }).toEqual({ withoutTest: [], withoutRule: [] });
  });
});
