import type { ComparisonWords } from '../comparison-words.ts';

const listed = (parts: readonly string[]): string => parts.join(' and ');

export const englishComparison: ComparisonWords = {
  rows: {
    foreword: 'forewords',
    preface: 'prefaces',
    chapter: 'chapters',
    section: 'sections',
    actionField: 'fields of action',
    goal: 'goals',
    subpoint: 'sub-points',
    paragraph: 'paragraphs',
    listItem: 'list items',
    footnote: 'footnotes',
  },
  counts: {
    kept: 'unchanged',
    reworded: 'reworded',
    moved: 'moved',
    split: 'split',
    merged: 'merged',
    new: 'new',
    dropped: 'dropped',
  },
  unit: {
    goalGroup: 'group of goals',
    goal: 'goal',
    paragraph: 'paragraph',
    listItem: 'list item',
    footnote: 'footnote',
  },
  reworded: 'reworded',
  reformatted: 'formatted differently',
  moved: 'moved',
  kindChanged: 'another kind of goal',
  new: 'new',
  dropped: 'dropped',
  splitFrom: (sources) => `split off ${listed(sources)}`,
  mergedWith: (sources) => `merged with ${listed(sources)}`,
  mergedInto: (heirs) => `absorbed by ${listed(heirs)}`,
  quoted: (name, words) => (words === '' ? name : `${name} “${words}”`),
  untitled: '(untitled)',
  noDifferences: 'No differences.',
  legend: '[-deleted-] {+inserted+}',
};
