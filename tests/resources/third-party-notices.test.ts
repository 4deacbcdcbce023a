import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { thirdPartyNotices } from '../../.config/third-party-notices.ts';

it('names every package that is shipped (else run `npm run notices`)', () => {
  const shipped = readFileSync(new URL('../../THIRD-PARTY-NOTICES.md', import.meta.url), 'utf8');
  expect(shipped).toBe(thirdPartyNotices());
});
