import type { germanImport } from '../de/import.ts';

export const englishImport: typeof germanImport = {};
