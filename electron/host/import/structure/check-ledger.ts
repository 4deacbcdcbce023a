import type { NodeId } from '../../../../shared/ids/ids.ts';
import type { LeitbildNode } from '../../../../shared/schema/document.ts';
import { childrenOf, headingOf, isIdentified, plainText, walk } from '../../../../shared/schema/walk.ts';
import type { Fate, ImportResult } from '../import-result.ts';
import type { SourceDocument, SourceToken, SourceWord } from '../source-document.ts';

/** What a node's text is made of: a character, a place where a footnote mark stands, or a cross-reference. */
type Atom =
  | string
  | { readonly mark: string }
  | { readonly reference: 'number' | 'label' | 'title'; readonly title: string };

/**
 * Reads the words of the document and of the institutions again, and compares them with the words of the source by
 * the ledger's account. Throws where a word was lost, doubled, changed or invented, where words changed their order,
 * or where a token has no fate or several: then the import is wrong, and nothing of it may be written.
 */
export function checkLedger(source: SourceDocument, result: ImportResult): void {
  const fates = checkEntries(source, result);
  checkWords(source);
  const placed = placedWords(source, fates);
  const found = documentTexts(result);
  for (const [id, words] of placed.byNode) {
    const text = found.get(id);
    if (text === undefined) broken('lost', words[0]);
    compare(text, words);
  }
  for (const [id, text] of found) {
    if (!placed.byNode.has(id) && text.some((atom) => typeof atom === 'string' && atom !== ' ')) {
      throw new Error(`ledger: node ${id} has words that are not in the source`);
    }
  }
  checkOrder(result, placed.byNode, fates);
  for (const { id, name } of result.institutions) {
    const words = placed.byInstitution.get(id) ?? [];
    if (plainOf(words) !== name && !plainOf(words).startsWith(name)) broken('changed', words[0]);
    placed.byInstitution.delete(id);
  }
  for (const words of placed.byInstitution.values()) broken('lost', words[0]);
}

function broken(what: string, word: SourceWord | undefined): never {
  throw new Error(`ledger: a word was ${what}, line ${String(word?.tokens[0]?.line ?? 0)}`);
}

/** One entry per token, in the order of the source. */
function checkEntries(source: SourceDocument, result: ImportResult): ReadonlyMap<SourceToken, Fate> {
  const fates = new Map<SourceToken, Fate>();
  if (result.ledger.length !== source.tokens.length) throw new Error('ledger: not one entry per token');
  result.ledger.forEach(({ token, fate }, index) => {
    if (token !== source.tokens[index]) throw new Error(`ledger: entry ${String(index)} is of another token`);
    if (fates.has(token)) throw new Error(`ledger: token ${String(index)} stands in it twice`);
    fates.set(token, fate);
  });
  return fates;
}

const withoutHyphens = (text: string): string => text.replaceAll(/[-‐\u00ad\s]/gu, '');

/** Each word reads as its tokens do, but for hyphens at line ends and footnote marks; no token is in two blocks. */
function checkWords(source: SourceDocument): void {
  const owners = new Map<SourceToken, number>();
  source.blocks.forEach((block, place) => {
    const lines =
      block.type === 'signature' ? block.lines : block.type === 'participants' ? block.names : [block.words];
    for (const words of lines) {
      let index = 0;
      while (index < words.length) {
        const first = words[index];
        const tokens = new Set<SourceToken>(first?.tokens);
        let text = '';
        let marked = '';
        for (let shares = true; shares && index < words.length; index += 1) {
          const word = words[index];
          const mark = word?.footnoteMarkToken === undefined ? (word?.footnoteMark ?? '') : '';
          text += word?.text ?? '';
          marked += (word?.text ?? '') + mark;
          const last = word?.tokens.at(-1);
          shares = last !== undefined && words[index + 1]?.tokens[0] === last;
          for (const token of words[shares ? index + 1 : index]?.tokens ?? []) tokens.add(token);
        }
        const printed = withoutHyphens(Array.from(tokens, (token) => token.text).join(''));
        if (printed !== withoutHyphens(marked) && printed !== withoutHyphens(text)) broken('changed', first);
        for (const token of tokens) {
          if ((owners.get(token) ?? place) !== place) broken('doubled', first);
          owners.set(token, place);
        }
      }
    }
  });
}

interface PlacedWords {
  readonly byNode: ReadonlyMap<NodeId, readonly SourceWord[]>;
  readonly byInstitution: Map<string, readonly SourceWord[]>;
}

/** The words of the source by where the ledger says that they went, each list in source order. */
function placedWords(source: SourceDocument, fates: ReadonlyMap<SourceToken, Fate>): PlacedWords {
  const byNode = new Map<NodeId, SourceWord[]>();
  const byInstitution = new Map<string, SourceWord[]>();
  const add = <K>(map: Map<K, SourceWord[]>, key: K, word: SourceWord): void => {
    const words = map.get(key);
    if (words) words.push(word);
    else map.set(key, [word]);
  };
  const take = (words: readonly SourceWord[]): void => {
    words.forEach((word, place) => {
      const [token] = word.tokens;
      const fate = token && fates.get(token);
      if (fate === undefined) {
        if (word.text !== '') broken('invented', word);
        return;
      }
      const kept = place === 0 ? { ...word, spaceBefore: true } : word;
      if (fate.type === 'placed') add(byNode, fate.node, kept);
      else if (fate.type === 'structure' && fate.as === 'reference' && fate.node)
        add(byNode, fate.node, kept);
      else if (fate.type === 'institution') add(byInstitution, fate.institution, kept);
    });
  };
  for (const block of source.blocks) {
    const lines =
      block.type === 'signature' ? block.lines : block.type === 'participants' ? block.names : [block.words];
    const [first, ...rest] = lines[0] ?? [];
    if (
      block.type === 'footnote' &&
      first &&
      block.markToken &&
      fates.get(block.markToken)?.type === 'placed'
    ) {
      // A footnote that became a paragraph begins with its mark.
      const mark = { text: block.mark, tokens: [block.markToken], spaceBefore: false };
      take([mark, { ...first, spaceBefore: true }, ...rest]);
      continue;
    }
    for (const words of lines) take(words);
  }
  return { byNode, byInstitution };
}

const plainOf = (words: readonly SourceWord[]): string =>
  words.map(({ text, spaceBefore }, index) => (spaceBefore && index > 0 ? ' ' : '') + text).join('');

/** The text of each identified node without that of the identified nodes below it. */
function documentTexts(result: ImportResult): ReadonlyMap<NodeId, readonly Atom[]> {
  const titles = new Map<NodeId, string>();
  walk(result.document, (node) => {
    if (isIdentified(node)) titles.set(node.attrs.id, plainText(headingOf(node)));
  });
  const texts = new Map<NodeId, Atom[]>();
  const visit = (node: LeitbildNode, owner: Atom[]): void => {
    let text = owner;
    if (isIdentified(node)) {
      if (node.type === 'footnote') owner.push({ mark: '' });
      text = [];
      texts.set(node.attrs.id, text);
    }
    if (node.type === 'text') for (const character of node.text) text.push(character);
    else if (node.type === 'hardBreak') text.push(' ');
    else if (node.type === 'reference') {
      text.push({ reference: node.attrs.form, title: titles.get(node.attrs.target) ?? '' });
    } else if (!isIdentified(node)) text.push(' ');
    for (const child of childrenOf(node)) visit(child, text);
  };
  visit(result.document, []);
  return texts;
}

/** Compares a node's text with its words, character by character; runs of spaces count as one. */
function compare(text: readonly Atom[], words: readonly SourceWord[]): void {
  let at = 0;
  const skipNotes = (): void => {
    for (let atom = text[at]; typeof atom === 'object' && 'mark' in atom; atom = text[at]) at += 1;
  };
  const skipSpaces = (): boolean => {
    let found = false;
    skipNotes();
    while (text[at] === ' ') {
      found = true;
      at += 1;
      skipNotes();
    }
    return found;
  };
  const takeText = (expected: string, word: SourceWord): void => {
    for (const character of expected) {
      skipNotes();
      if (text[at] !== character) broken('changed', word);
      at += 1;
    }
  };
  /** What is left of a reference's title, which words of the source must spell out before the text goes on. */
  let spelled = '';
  words.forEach((word, index) => {
    const needsSpace = index > 0 && (word.spaceBefore || word.breakBefore === true);
    if (spelled !== '' && needsSpace) {
      if (!spelled.startsWith(' ')) broken('changed', word);
      spelled = spelled.slice(1);
    } else if (!skipSpaces() && needsSpace) broken('joined to another', word);
    let rest = word.text;
    while (rest !== '') {
      if (spelled !== '') {
        const space = spelled.search(/\s/u);
        const piece = space === -1 ? spelled : spelled.slice(0, space);
        const shared = rest.startsWith(piece) ? piece : rest;
        if (!spelled.startsWith(shared) || shared === '') broken('changed', word);
        spelled = spelled.slice(shared.length);
        rest = rest.slice(shared.length);
        continue;
      }
      skipNotes();
      const atom = text[at];
      if (typeof atom === 'object' && 'reference' in atom) {
        at += 1;
        if (word.reference !== undefined) rest = '';
        else if (atom.reference === 'title') spelled = atom.title;
        else rest = rest.replace(/^\d+(?:\.\d+)*/u, '');
        continue;
      }
      const character = String.fromCodePoint(rest.codePointAt(0) ?? 0);
      takeText(character, word);
      rest = rest.slice(character.length);
    }
    if (
      word.footnoteMark !== undefined &&
      typeof text[at] === 'string' &&
      text[at] === word.footnoteMark[0]
    ) {
      takeText(word.footnoteMark, word);
    }
  });
  skipSpaces();
  if (at < text.length || spelled !== '') broken('invented', words.at(-1));
}

/** Nodes begin in the order of the source; footnotes stand at their marks, so only their own words are in order. */
function checkOrder(
  result: ImportResult,
  byNode: ReadonlyMap<NodeId, readonly SourceWord[]>,
  fates: ReadonlyMap<SourceToken, Fate>,
): void {
  const places = new Map<SourceToken, number>();
  let place = 0;
  for (const token of fates.keys()) places.set(token, place++);
  let last = -1;
  const checkOwn = (node: LeitbildNode): void => {
    if (!isIdentified(node) || node.type === 'footnote') return;
    const token = byNode.get(node.attrs.id)?.[0]?.tokens[0];
    const own = token && places.get(token);
    if (own === undefined) return;
    if (own < last) throw new Error(`ledger: node ${node.attrs.id} is out of order`);
    last = own;
  };
  const visit = (node: LeitbildNode): void => {
    // The own words of a foreword without heading are its signature, at its end.
    const signedOnly =
      node.type === 'foreword' &&
      headingOf(node).every((inline) => inline.type !== 'reference' && plainText([inline]).trim() === '');
    if (!signedOnly) checkOwn(node);
    for (const child of childrenOf(node)) visit(child);
    if (signedOnly) checkOwn(node);
  };
  visit(result.document);
}
