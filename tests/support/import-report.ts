import type { ImportReport } from '../../shared/import/import-report.ts';

/** A report of an import of two words. */
export function importReport(name: string): ImportReport {
  return {
    source: { name, format: 'text', sha256: '0'.repeat(64), bytes: 10 },
    isLeitbild: true,
    forewords: 0,
    chapters: 1,
    actionFields: 0,
    subpoints: 0,
    footnotes: 0,
    institutions: 0,
    words: {
      total: 2,
      placed: 2,
      joined: 0,
      institutions: 0,
      structure: 0,
      headers: 0,
      footers: 0,
      pageNumbers: 0,
      contents: 0,
      unplaced: 0,
    },
    unplaced: [],
    furniture: [],
    warnings: [],
    outline: [],
  };
}
