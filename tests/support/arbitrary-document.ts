import fc from 'fast-check';
import standardProfile from '../../resources/profiles/standard.json' with { type: 'json' };
import { nodeId, type AssetId, type NodeId } from '../../shared/ids/ids.ts';
import type { LeitbildDocument, Mark, ReferenceForm } from '../../shared/schema/document.ts';
import { parseProfile, topGoalKinds, type Profile } from '../../shared/schema/profile.ts';
import { finishDraft, type Draft } from './finish-draft.ts';

const parsed = parseProfile(standardProfile, 'resources/profiles/standard.json');
if (!parsed.ok) throw new Error(`the standard profile is invalid: ${JSON.stringify(parsed.error)}`);

/** The profile whose goal kinds generated documents use where none is given. */
export const generatorProfile: Profile = parsed.value;

const words = fc.constantFrom(
  'Integration',
  'Kinder- und Jugendhilfe',
  'Straße',
  'Übergänge',
  '„Vielfalt“',
  '2019',
  '§ 5',
  'a)',
  '<b>&amp;',
  'e\u0301',
  '👩‍👩‍👧',
  '-',
  '1.',
  '#',
  '*',
);

/** Words of German, of other scripts, and of characters that mean something to HTML, Markdown and Typst; never empty. */
export const arbitraryText: fc.Arbitrary<string> = fc
  .oneof(
    { weight: 4, arbitrary: fc.array(words, { minLength: 1, maxLength: 6 }).map((list) => list.join(' ')) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }) },
  )
  .map((text) => text.normalize('NFC'));

const link: fc.Arbitrary<Mark> = fc
  .constantFrom('https://example.org/a?b=1&c=ä', 'mailto:stelle@example.org')
  .map((href) => ({ type: 'link', attrs: { href } }));

const marks: fc.Arbitrary<readonly Mark[]> = fc
  .tuple(fc.boolean(), fc.boolean(), fc.option(link, { freq: 5 }))
  .map(([strong, emphasis, href]) => [
    ...(strong ? [{ type: 'strong' } as const] : []),
    ...(emphasis ? [{ type: 'emphasis' } as const] : []),
    ...(href === null ? [] : [href]),
  ]);

const text: fc.Arbitrary<Draft> = fc
  .tuple(arbitraryText, fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: marks }))
  .map(([value, list]) => ({ type: 'text', text: value, ...(list.length > 0 ? { marks: list } : {}) }));

const forms = fc.constantFrom<ReferenceForm>('number', 'label', 'title');
const reference: fc.Arbitrary<Draft> = fc
  .tuple(fc.nat(), forms)
  .map(([pick, form]) => ({ type: 'reference', attrs: { pick, form } }));
const hardBreak: fc.Arbitrary<Draft> = fc.constant({ type: 'hardBreak' });

const originIds = fc.constantFrom('alt1', 'alt2', 'alt3', 'o-2008_1');
const identity: fc.Arbitrary<{ readonly origins: readonly NodeId[] }> = fc
  .oneof(
    { weight: 4, arbitrary: fc.constant<string[]>([]) },
    { weight: 1, arbitrary: fc.uniqueArray(originIds, { minLength: 1, maxLength: 3 }) },
  )
  .map((origins) => ({ origins: origins.map(nodeId) }));

function node(
  type: string,
  content: fc.Arbitrary<readonly Draft[]> | null,
  attrs: fc.Arbitrary<object> | null = identity,
): fc.Arbitrary<Draft> {
  return fc.tuple(attrs ?? fc.constant(null), content ?? fc.constant([])).map(([values, children]) => ({
    type,
    ...(values === null ? {} : { attrs: values }),
    ...(children.length > 0 ? { content: children } : {}),
  }));
}

function joined(...parts: readonly fc.Arbitrary<readonly Draft[]>[]): fc.Arbitrary<readonly Draft[]> {
  return fc.tuple(...parts).map((lists) => lists.flat());
}

const many = (one: fc.Arbitrary<Draft>, maxLength: number, minLength = 0): fc.Arbitrary<readonly Draft[]> =>
  fc.array(one, { minLength, maxLength });
const maybe = (one: fc.Arbitrary<Draft>): fc.Arbitrary<readonly Draft[]> => many(one, 1);
const just = (one: fc.Arbitrary<Draft>): fc.Arbitrary<readonly Draft[]> => many(one, 1, 1);

const noteInline = fc.oneof(
  { weight: 5, arbitrary: text },
  { weight: 1, arbitrary: reference },
  { weight: 1, arbitrary: hardBreak },
);
const footnote = node('footnote', many(noteInline, 3));
const inline = fc.oneof(
  { weight: 6, arbitrary: text },
  { weight: 1, arbitrary: reference },
  { weight: 1, arbitrary: hardBreak },
  { weight: 1, arbitrary: footnote },
);
const paragraph = node('paragraph', many(inline, 4));
const heading = node('heading', many(inline, 3), null);

function listItem(depth: number): fc.Arbitrary<Draft> {
  return node('listItem', joined(just(paragraph), depth > 0 ? many(block(depth - 1), 2) : fc.constant([])));
}

function block(depth: number): fc.Arbitrary<Draft> {
  const start = fc.oneof(fc.constant(1), fc.integer({ min: 0, max: 99 })).map((value) => ({ start: value }));
  return fc.oneof(
    { weight: 4, arbitrary: paragraph },
    { weight: 1, arbitrary: node('bulletList', many(listItem(depth), 3, 1), null) },
    { weight: 1, arbitrary: node('orderedList', many(listItem(depth), 3, 1), start) },
  );
}

function subpoint(depth: number): fc.Arbitrary<Draft> {
  const deeper = depth > 0 ? many(subpoint(depth - 1), 2) : fc.constant([]);
  return node('subpoint', joined(many(paragraph, 2, 1), deeper));
}

function goalGroup(profile: Profile, kinds: readonly string[], depth: number): fc.Arbitrary<Draft> {
  const ofKind = (kind: string): fc.Arbitrary<Draft> => {
    const nested = profile.goalKinds.filter((other) => other.under.includes(kind)).map((other) => other.id);
    const below =
      depth > 0 && nested.length > 0
        ? fc.oneof(subpoint(1), goalGroup(profile, nested, depth - 1))
        : subpoint(1);
    const goal = node('goal', joined(many(paragraph, 2, 1), many(below, 2)));
    const attrs = identity.map((values) => ({ ...values, kind }));
    return node('goalGroup', joined(maybe(heading), many(goal, 3)), attrs);
  };
  return fc.constantFrom(...kinds).chain(ofKind);
}

function document(profile: Profile): fc.Arbitrary<Draft> {
  const group = goalGroup(
    profile,
    topGoalKinds(profile).map((kind) => kind.id),
    4,
  );
  const field = (depth: number): fc.Arbitrary<Draft> => {
    const below = depth > 0 ? [group, field(depth - 1)] : [group];
    return node('actionField', joined(just(heading), many(fc.oneof(block(1), ...below), 3)));
  };
  const section = (depth: number): fc.Arbitrary<Draft> => {
    const below = depth > 0 ? [section(depth - 1)] : [];
    return node('section', joined(just(heading), many(fc.oneof(block(1), group, field(0), ...below), 2)));
  };
  const signature = node(
    'signature',
    joined(
      just(node('signatureName', many(inline, 2), null)),
      many(node('signatureOffice', many(inline, 2), null), 2),
    ),
    null,
  );
  const portrait = fc.option(
    fc
      .uint8Array({ minLength: 32, maxLength: 32 })
      .map((bytes) => Buffer.from(bytes).toString('hex') as AssetId),
  );
  const forewordAttrs = fc
    .tuple(identity, portrait)
    .map(([values, asset]) => ({ ...values, portrait: asset }));
  const foreword = node(
    'foreword',
    joined(maybe(heading), many(block(1), 2), maybe(signature)),
    forewordAttrs,
  );
  const preface = node('preface', joined(just(heading), many(block(0), 2)));
  const part = fc.oneof(
    { weight: 3, arbitrary: block(1) },
    { weight: 2, arbitrary: field(1) },
    { weight: 1, arbitrary: section(1) },
    { weight: 1, arbitrary: group },
    { weight: 1, arbitrary: node('participants', null) },
  );
  const chapter = node('chapter', joined(just(heading), many(part, 4)));
  const top = fc.oneof(
    { weight: 1, arbitrary: foreword },
    { weight: 1, arbitrary: preface },
    { weight: 3, arbitrary: chapter },
  );
  return node('leitbild', many(top, 4), null);
}

/**
 * Documents that the schema accepts, in their normal form: every type of node and mark, unique ids (`n1`, `n2` …
 * in document order), references to chapters, sections, fields, goals, forewords or prefaces that exist, goals
 * nested as the profile allows. Text next to text of the same marks is one node; only text carries marks.
 */
export function arbitraryDocument(profile: Profile = generatorProfile): fc.Arbitrary<LeitbildDocument> {
  return document(profile).map(finishDraft);
}
