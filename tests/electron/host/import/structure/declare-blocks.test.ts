import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../../../electron/host/import/markdown/read-markdown.ts';
import type { ImportResult } from '../../../../../electron/host/import/import-result.ts';
import type { SourceDocument } from '../../../../../electron/host/import/source-document.ts';
import { buildDocument } from '../../../../../electron/host/import/structure/build-document.ts';
import { checkLedger } from '../../../../../electron/host/import/structure/check-ledger.ts';
import { declareBlocks, nameBlocks } from '../../../../../electron/host/import/structure/declare-blocks.ts';
import { viewBlocks } from '../../../../../electron/host/import/view-blocks.ts';
import { createCountingIds } from '../../../../../shared/ids/ids.ts';
import { blockKinds, type BlockChange } from '../../../../../shared/import/import-view.ts';
import { parseDocument } from '../../../../../shared/schema/parse-document.ts';
import { shippedProfile } from '../../../../support/standard-profile.ts';
import { valueOf } from '../../../../support/filled-workspace.ts';
import { readSampleFile } from '../../../../resources/sample-texts.ts';
import { outlineOf, sourceOf } from '../import-text.ts';

const text = `1 Ziele der Stadt

Ein Satz zu Beginn, der nicht viel sagt.1

Ein Wort dazu.

1 Eine Fußnote.

1.1 Arbeit am Fluss

Leitziel

• Wir schaffen Arbeit.

Teilziele

• Wir bilden aus.
o Dazu öffnen wir die Werft.
• Wir fragen nach.
• Wir fördern Betriebe.

1.2 Bildung

Leitziel

• Wir lernen.
`;

const profile = shippedProfile();

/** Builds with changes, by the same builder and the same ledger as without; the schema must take what comes out. */
function built(source: SourceDocument, changes: readonly BlockChange[]): ImportResult {
  const declared = valueOf(declareBlocks(source, changes, profile));
  const result = buildDocument(declared, { profile, createId: createCountingIds() });
  checkLedger(declared, result);
  expect(result.ledger.map(({ token }) => token)).toEqual(source.tokens);
  expect(valueOf(parseDocument(result.document))).toEqual(result.document);
  return result;
}

function nameOf(source: SourceDocument, start: string): string {
  const found = nameBlocks(source).find(({ tokens }) =>
    tokens
      .map((token) => token.text)
      .join(' ')
      .startsWith(start),
  );
  if (found === undefined) throw new Error(`no block begins with ${start}`);
  return found.name;
}

function rolesOf(source: SourceDocument, changes: readonly BlockChange[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    viewBlocks(source, built(source, changes), changes).map((view) => [
      view.text.slice(0, 18),
      view.goalKind === null ? view.role : `${view.role} ${view.goalKind}`,
    ]),
  );
}

describe('what a person says of a block', () => {
  const source = sourceOf(text);
  const change = (start: string, kind: BlockChange['kind'], goalKind?: string): BlockChange => ({
    block: nameOf(source, start),
    kind,
    ...(goalKind !== undefined && { goalKind }),
  });

  it('IMP17: without changes the view tells what each block became', () => {
    expect(rolesOf(source, [])).toMatchObject({
      '1 Ziele der Stadt': 'chapter',
      'Ein Satz zu Beginn': 'paragraph',
      '1.1 Arbeit am Flus': 'actionField',
      Leitziel: 'goalGroup leitziel',
      '• Wir schaffen Arb': 'goal leitziel',
      '• Wir bilden aus.': 'goal teilziel',
      'o Dazu öffnen wir ': 'subpoint teilziel',
      '1 Eine Fußnote.': 'footnote',
    });
  });

  it('IMP17: a paragraph between goals leaves those behind it goals of their kind', () => {
    const result = built(source, [change('• Wir fragen', 'paragraph')]);
    expect(outlineOf(result).join('\n')).toMatch(
      /goalGroup:teilziel[\s\S]*Wir bilden aus[\s\S]*\n {4}paragraph Wir fragen nach\.\n {4}goalGroup:teilziel\n[\s\S]*Wir fördern Betriebe/,
    );
  });

  it('IMP17: a goal becomes a subpoint, a further paragraph of the one before, and a paragraph becomes a goal', () => {
    expect(rolesOf(source, [change('• Wir fragen', 'subpoint')])['• Wir fragen nach.']).toBe(
      'subpoint teilziel',
    );
    expect(rolesOf(source, [change('• Wir fragen', 'goalParagraph')])['• Wir fragen nach.']).toBe(
      'goalParagraph teilziel',
    );
    const roles = rolesOf(source, [change('Ein Wort', 'goal', 'teilziel')]);
    expect(roles['Ein Wort dazu.']).toBe('goal teilziel');
    expect(roles['• Wir bilden aus.']).toBe('goal teilziel');
  });

  it('IMP17: a heading of another kind, none, a footnote, and no part of the text', () => {
    expect(rolesOf(source, [change('1.2 Bildung', 'section')])['1.2 Bildung']).toBe('section');
    expect(rolesOf(source, [change('1.2 Bildung', 'chapter')])['1.2 Bildung']).toBe('chapter');
    expect(rolesOf(source, [change('1.2 Bildung', 'paragraph')])['1.2 Bildung']).toBe('paragraph');
    expect(rolesOf(source, [change('Ein Wort', 'actionField')])['Ein Wort dazu.']).toBe('actionField');
    expect(rolesOf(source, [change('Ein Wort', 'footnote')])['Ein Wort dazu.']).toBe('footnote');
    expect(rolesOf(source, [change('1 Eine', 'paragraph')])['1 Eine Fußnote.']).toBe('paragraph');
    const left = built(source, [change('• Wir lernen', 'leftOut')]);
    expect(rolesOf(source, [change('• Wir lernen', 'leftOut')])['• Wir lernen.']).toBe('leftOut');
    expect(left.ledger.filter(({ fate }) => fate.type === 'furniture' && fate.as === 'leftOut')).toHaveLength(
      3,
    );
  });

  it('IMP17: a footnote that has neither mark nor word before it becomes text that begins with its mark', () => {
    const changes = [change('1 Ziele', 'footnote'), change('Ein Satz', 'leftOut')];
    expect(outlineOf(built(source, changes)).join('\n')).toContain('1 Ziele der Stadt');
  });

  it('IMP17: a signature among goals ends them, so that what follows stands behind it', async () => {
    const sample = valueOf(
      await readMarkdown(Buffer.from(readSampleFile('vier-ebenen.md')), 'vier-ebenen.md'),
    );
    const drawn: readonly BlockChange[] = [
      { block: 'b2', kind: 'goal' },
      { block: 'b0', kind: 'chapter' },
      { block: 'b4', kind: 'goalParagraph' },
    ];
    expect(() => built(sample, drawn)).not.toThrow();
  });

  it('IMP17: what cannot be becomes what comes nearest; what is not there, or no kind of the profile, is refused', () => {
    expect(rolesOf(source, [change('Ein Wort', 'subpoint')])['Ein Wort dazu.']).toBe('listItem');
    expect(declareBlocks(source, [{ block: 'b999', kind: 'goal' }], profile)).toMatchObject({
      error: { code: 'block-unknown' },
    });
    expect(declareBlocks(source, [change('Ein Wort', 'goal', 'quatsch')], profile)).toMatchObject({
      error: { code: 'profile-mismatch' },
    });
  });
});

const real = new URL('../../../../../../shared/input/leitbild-2019.txt', import.meta.url);

it.each([
  ['a small text', () => Promise.resolve(sourceOf(text))],
  [
    'the sample in Markdown',
    async () => valueOf(await readMarkdown(Buffer.from(readSampleFile('vier-ebenen.md')), 'vier-ebenen.md')),
  ],
  ...(existsSync(real)
    ? ([['the real text', () => Promise.resolve(sourceOf(readFileSync(real, 'utf8')))]] as const)
    : []),
] as const)(
  'IMP18: whatever a person says of %s, words in are words out, in their order',
  async (_, read) => {
    const source = await read();
    const names = nameBlocks(source).map(({ name }) => name);
    const kinds = profile.goalKinds.map(({ id }) => id);
    const changes = fc.array(
      fc.record({
        block: fc.constantFrom(...names),
        kind: fc.constantFrom(...blockKinds),
        goalKind: fc.option(fc.constantFrom(...kinds), { nil: undefined }),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(changes, (drawn) => {
        const result = built(source, drawn);
        const left = new Set(drawn.map(({ block }) => block));
        for (const { block, role, changed } of viewBlocks(source, result, drawn)) {
          expect(changed).toBe(left.has(block));
          const last = drawn.findLast((one) => one.block === block);
          if (last?.kind === 'leftOut') expect(role).toBe('leftOut');
          else if (last !== undefined) expect(['leftOut', 'unplaced']).not.toContain(role);
        }
      }),
      { numRuns: 30 },
    );
  },
);
