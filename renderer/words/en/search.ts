import type { germanSearch } from '../de/search.ts';

export const englishSearch: typeof germanSearch = {
  title: 'Find and replace',
  find: 'Find',
  replace: 'Replace with',
  next: 'Next match',
  previous: 'Previous match',
  close: 'Close the search',
  showReplace: 'Show replacing',
  hideReplace: 'Hide replacing',
  replaceOne: 'Replace',
  replaceAll: 'Replace all',
  count: (at, of) => (at === 0 ? `${of} matches` : `${at} of ${of}`),
  none: 'No match',
  replaced: (count) => (count === 1 ? '1 place replaced.' : `${count} places replaced.`),
  matchCase: 'Match case',
  wholeWords: 'Whole words only',
};
