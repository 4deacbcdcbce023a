import type { ComparisonWords } from '../comparison-words.ts';

const listed = (parts: readonly string[]): string => parts.join(' und ');

export const germanComparison: ComparisonWords = {
  rows: {
    foreword: 'Grußworte',
    preface: 'Vorworte',
    chapter: 'Kapitel',
    section: 'Abschnitte',
    actionField: 'Handlungsfelder',
    goal: 'Ziele',
    subpoint: 'Unterpunkte',
    paragraph: 'Absätze',
    listItem: 'Listenpunkte',
    footnote: 'Fußnoten',
  },
  counts: {
    kept: 'unverändert',
    reworded: 'neu formuliert',
    moved: 'verschoben',
    split: 'geteilt',
    merged: 'zusammengeführt',
    new: 'neu',
    dropped: 'entfallen',
  },
  unit: {
    goalGroup: 'Zielgruppe',
    goal: 'Ziel',
    paragraph: 'Absatz',
    listItem: 'Listenpunkt',
    footnote: 'Fußnote',
  },
  reworded: 'neu formuliert',
  reformatted: 'anders ausgezeichnet',
  moved: 'verschoben',
  kindChanged: 'andere Art von Ziel',
  new: 'neu',
  dropped: 'entfallen',
  splitFrom: (sources) => `abgeteilt von ${listed(sources)}`,
  mergedWith: (sources) => `zusammengeführt mit ${listed(sources)}`,
  mergedInto: (heirs) => `aufgegangen in ${listed(heirs)}`,
  quoted: (name, words) => (words === '' ? name : `${name} „${words}“`),
  untitled: '(ohne Titel)',
  noDifferences: 'Keine Unterschiede.',
  legend: '[-gestrichen-] {+eingefügt+}',
};
