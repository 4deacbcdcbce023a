import { EditorState } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { createFinder, type SearchQuery } from '../../../../renderer/editor/search/find-matches.ts';
import {
  goToMatch,
  replaceMatches,
  searchFor,
  searchOf,
  searchPlugin,
} from '../../../../renderer/editor/search/search-plugin.ts';
import { documentOf } from '../../../../shared/schema/parse-document.ts';
import { editorSchema, positionOf } from '../../../support/editor/headless-editor.ts';
import { sampleDocument } from '../../../support/sample-document.ts';

const doc = editorSchema.nodeFromJSON(sampleDocument());
const query = (text: string, options: Partial<SearchQuery> = {}): SearchQuery => ({
  text,
  matchCase: false,
  wholeWords: false,
  ...options,
});
const found = (text: string, options: Partial<SearchQuery> = {}): readonly string[] =>
  createFinder(query(text, options))(doc).map(({ from, to }) => doc.textBetween(from, to));

describe('createFinder', () => {
  it('SEA1: finds words in any case, in the case given, and as whole words', () => {
    expect(found('leitbild').length).toBeGreaterThan(3);
    expect(found('leitbild', { matchCase: true })).toEqual([]);
    expect(new Set(found('Ziel'))).toContain('ziel');
    expect(found('ziel', { wholeWords: true }).map((word) => word.toLowerCase())).not.toContain('leitziel');
    expect(found('STRASSE')).toEqual([]);
  });

  it('SEA1: finds across marks and in footnotes, any white space for a space, and takes signs literally', () => {
    expect(found('Ein Leitziel sagt')).toEqual(['Ein Leitziel sagt']);
    expect(found('Betriebe jeder Größe')).toEqual(['Betriebe jeder Größe']);
    expect(found('Geschäftsstelle: Am Wehr')).toHaveLength(1);
    expect(found('.*')).toEqual([]);
    expect(found('(')).toEqual(['(']);
    expect(found('  ')).toEqual([]);
  });

  it('SEA1: says in which footnote a match stands', () => {
    const [match] = createFinder(query('Betriebe jeder'))(doc);
    expect(match?.footnote).not.toBeNull();
    expect(doc.nodeAt(match?.footnote ?? 0)?.type.name).toBe('footnote');
  });
});

describe('searchPlugin', () => {
  const open = (): EditorState => EditorState.create({ doc, plugins: [searchPlugin()] });

  it('SEA2: marks every place, and follows the text as it changes', () => {
    let state = open();
    state = state.apply(searchFor(state.tr, query('Auenbrück')));
    const { length } = searchOf(state).matches;
    expect(length).toBeGreaterThan(2);
    expect(searchOf(state).decorations.find()).toHaveLength(length);
    const second = searchOf(state).matches[1];
    if (!second) throw new Error('no second match');
    state = state.apply(goToMatch(state.tr, second, 1));
    expect(searchOf(state).current).toBe(1);
    state = state.apply(state.tr.insertText('Auenbrück ', positionOf(state.doc, 'Auenbrück liegt')));
    expect(searchOf(state).matches).toHaveLength(length + 1);
    expect(searchOf(state).current).toBe(2);
    state = state.apply(searchFor(state.tr, null));
    expect(searchOf(state).decorations.find()).toEqual([]);
  });

  it('SEA3: replaces all in one transaction, with the marks that the words had, in footnotes too', () => {
    let state = open();
    state = state.apply(searchFor(state.tr, query('Leitziel')));
    const { matches } = searchOf(state);
    state = state.apply(replaceMatches(state.tr, matches, 'Hauptziel'));
    expect(state.doc.textContent).not.toContain('Leitziel');
    expect(state.doc.textContent.match(/Hauptziel/g)?.length).toBe(matches.length);
    const text = JSON.stringify(documentOf(state.doc));
    expect(text).toContain('{"type":"text","marks":[{"type":"strong"}],"text":"Hauptziel"}');
    state = state.apply(searchFor(state.tr, query('jeder Größe')));
    state = state.apply(replaceMatches(state.tr, searchOf(state).matches, ''));
    expect(documentOf(state.doc)).toBeTruthy();
    expect(state.doc.textContent).toContain('Gemeint sind Betriebe .');
  });
});
