import type { germanEditions } from '../de/editions.ts';

export const englishEditions: typeof germanEditions = {};
