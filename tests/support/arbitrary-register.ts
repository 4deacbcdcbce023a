import fc from 'fast-check';
import { institutionId } from '../../shared/ids/ids.ts';
import { institutionKinds, type RegisterEntry } from '../../shared/register/institution.ts';

const word = fc.oneof(
  fc.constantFrom(
    'Verein',
    '=SUMME(A1)',
    '+49 251',
    '-',
    "'=x",
    '@home',
    'Ä; "B"',
    "''@",
    'Kirche, evangelisch',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
);
const day = fc.constantFrom('2014-12-31', '2026-03-01');
const text = fc.array(word, { maxLength: 3 }).map((words) => tidy(words.join(' ')));

function tidy(value: string): string {
  return value
    .normalize('NFC')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** Registers that the schema accepts, with unique ids, a past, and words that spreadsheets might misread. */
export const arbitraryRegister: fc.Arbitrary<readonly RegisterEntry[]> = fc
  .array(
    fc.record({
      name: text.map((name) => (name === '' ? 'Ohne Namen' : name)),
      kind: fc.constantFrom(...institutionKinds),
      seats: fc.integer({ min: 0, max: 999 }),
      person: text,
      email: fc.constantFrom('', 'stelle@example.org'),
      past: fc.record({
        names: fc.array(fc.record({ name: text.filter((name) => name !== ''), until: day }), {
          maxLength: 2,
        }),
        left: fc.option(day, { nil: undefined, freq: 3 }),
        isMerged: fc.boolean(),
      }),
      phone: text.map((phone) => phone.slice(0, 40).trim()).filter((phone) => !/\p{Surrogate}/u.test(phone)),
    }),
    { maxLength: 12 },
  )
  .map((rows) =>
    rows.map(({ name, kind, seats, past, ...contact }, index) => ({
      institution: {
        ...{ id: institutionId(`i${String(index)}`), name, kind, seats },
        ...(past.names.length > 0 && { formerNames: past.names }),
        ...(past.isMerged && index > 0 && { mergedInto: institutionId(`i${String(index - 1)}`) }),
        ...(past.left !== undefined && { left: past.left }),
      },
      contact,
    })),
  );
