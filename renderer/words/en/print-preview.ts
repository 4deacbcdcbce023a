import type { germanPrintPreview } from '../de/print-preview.ts';

export const englishPrintPreview: typeof germanPrintPreview = {};
