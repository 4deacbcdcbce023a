import type { germanExport } from '../de/export.ts';

export const englishExport: typeof germanExport = {};
