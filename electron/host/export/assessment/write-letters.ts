import { zipSync, type Zippable } from 'fflate';
import type { AssessmentLetter } from '../../../../shared/assessment/assessment-letters.ts';
import type { AssessmentWanted } from '../../../../shared/api/assessment-calls.ts';
import { ok, type Result } from '../../../../shared/errors/result.ts';
import type { InstitutionId } from '../../../../shared/ids/ids.ts';
import type { Contact } from '../../../../shared/register/institution.ts';
import type { ReportProgress } from '../../ports.ts';
import type { AssessmentFrame } from './assessment-file.ts';
import { countLetterRows } from './count-rows.ts';
import { safeName } from './file-names.ts';
import { isDraftLetter, lettersData, type LetterWords } from './letters-data.ts';
import { createAssessmentTypesetter } from './typeset-assessment.ts';
import { writeLetterDocx } from './write-letter-docx.ts';

/** What letters are written with. */
export interface LetterOptions {
  readonly wanted: Extract<AssessmentWanted, { readonly what: 'letters' }>;
  readonly contacts: ReadonlyMap<InstitutionId, Contact>;
}

/** Before this, ZIP has no time; after it, all exports are equally old. */
const ZIP_EPOCH = new Date(1980, 0, 1);

/**
 * Writes all letters, as one PDF or as a ZIP with a file for each. `rows` are counted in the bytes of what was written:
 * in a ZIP, in each letter by itself. Fails with `typesetting-failed`.
 */
export async function writeLetters(
  letters: readonly AssessmentLetter[],
  frame: AssessmentFrame,
  { wanted, contacts }: LetterOptions,
  report: ReportProgress,
): Promise<Result<{ readonly bytes: Uint8Array; readonly rows: number }>> {
  const words: LetterWords = {
    introduction: wanted.introduction ?? frame.labels.letter.introduction,
    addressOf: ({ institution, name }) => {
      const person = contacts.get(institution)?.person ?? '';
      return wanted.withContacts === true && !wanted.anonymised && person !== '' ? [name, person] : [name];
    },
  };
  const total = letters.length;
  if (wanted.format === 'pdf') {
    report({ phase: 'typesetting', done: 0, total: 0 });
    const typesetter = await createAssessmentTypesetter();
    const data = lettersData(letters, frame, words, typesetter.hasGlyph);
    const written = typesetter.typeset('letters', data, frame.createdAt);
    return written.ok ? ok({ bytes: written.value, rows: countLetterRows.pdf(written.value) }) : written;
  }
  const typesetter = wanted.format === 'pdf-zip' ? await createAssessmentTypesetter() : null;
  const files: Zippable = {};
  const names = new Set<string>();
  let rows = 0;
  for (const [done, letter] of letters.entries()) {
    report({ phase: typesetter === null ? 'writing' : 'typesetting', done, total });
    if (typesetter === null) {
      const bytes = await writeLetterDocx(letter, frame, words);
      rows += countLetterRows.docx(bytes);
      files[nameFor(letter.name, 'docx', names)] = [bytes, { mtime: ZIP_EPOCH, level: 0 }];
      continue;
    }
    const own = { ...frame, isDraft: isDraftLetter(letter) };
    const written = typesetter.typeset(
      'letters',
      lettersData([letter], own, words, typesetter.hasGlyph),
      frame.createdAt,
    );
    if (!written.ok) return written;
    rows += countLetterRows.pdf(written.value);
    files[nameFor(letter.name, 'pdf', names)] = [written.value, { mtime: ZIP_EPOCH, level: 0 }];
  }
  report({ phase: 'counting', done: total, total });
  return ok({ bytes: zipSync(files), rows });
}

/** Two institutions whose names differ only in what file systems refuse have files of their own all the same. */
function nameFor(institution: string, ending: string, taken: Set<string>): string {
  const plain = safeName(institution) || 'Institution';
  for (let count = 1; ; count += 1) {
    const name = `${plain}${count === 1 ? '' : ` (${String(count)})`}.${ending}`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}
