import type { AssessmentWanted } from '../../../../shared/api/assessment-calls.ts';
import type { AssessmentLetter } from '../../../../shared/assessment/assessment-letters.ts';
import { filesFor } from '../../../../shared/assessment/assessment-size.ts';
import { ok, type Result } from '../../../../shared/errors/result.ts';
import type { InstitutionId } from '../../../../shared/ids/ids.ts';
import type { Contact } from '../../../../shared/register/institution.ts';
import type { ReportProgress } from '../../ports.ts';
import { stableZip } from '../stable-zip.ts';
import type { AssessmentFrame, WrittenFile } from './assessment-file.ts';
import { writePdfs } from './assessment-pdfs.ts';
import { countLetterRows } from './count-rows.ts';
import { divide } from './divide.ts';
import { createNames, partName, partWords } from './file-names.ts';
import { isDraftLetter, lettersData, type LetterWords } from './letters-data.ts';
import { weightOfRows } from './row-weight.ts';
import { createAssessmentTypesetter } from './typeset-assessment.ts';
import { writeLetterDocx } from './write-letter-docx.ts';

/** What letters are written with. */
export interface LetterOptions {
  readonly wanted: Extract<AssessmentWanted, { readonly what: 'letters' }>;
  readonly contacts: ReadonlyMap<InstitutionId, Contact>;
}

/**
 * Writes all letters as one PDF, or as a ZIP with a file for each; where one PDF would be too large, as a ZIP of
 * several. `rows` are counted in the bytes of what was written. Fails with `typesetting-failed`.
 */
export async function writeLetters(
  letters: readonly AssessmentLetter[],
  frame: AssessmentFrame,
  { wanted, contacts }: LetterOptions,
  report: ReportProgress,
): Promise<Result<WrittenFile>> {
  const { labels, createdAt } = frame;
  const words: LetterWords = {
    introduction: wanted.introduction ?? labels.letter.introduction,
    addressOf: ({ institution, name }) => {
      const person = contacts.get(institution)?.person ?? '';
      return wanted.withContacts === true && !wanted.anonymised && person !== '' ? [name, person] : [name];
    },
  };
  if (wanted.format === 'docx-zip') return ok(await writeWordLetters(letters, frame, words, report));
  const typesetter = await createAssessmentTypesetter();
  const pieceOf = (name: string, own: readonly AssessmentLetter[]) => ({
    name,
    data: () => lettersData(own, { ...frame, isDraft: own.some(isDraftLetter) }, words, typesetter.hasGlyph),
  });
  const nameOf = createNames();
  const bundles = wanted.format === 'pdf' ? bundlesOf(letters) : null;
  const pieces = bundles
    ? bundles.map((own, at) =>
        pieceOf(partName(partWords(at, bundles.length, labels), own[0]?.name ?? '', labels), own),
      )
    : letters.map((letter) => pieceOf(nameOf(letter.name), [letter]));
  const count = countLetterRows.pdf;
  return writePdfs({ template: 'letters', pieces, createdAt, count }, typesetter, bundles === null, report);
}

/** Letters that stand in one PDF: all, as long as their pages can be set in one go. */
function bundlesOf(letters: readonly AssessmentLetter[]): readonly (readonly AssessmentLetter[])[] {
  const weightOf = ({ statements, others }: AssessmentLetter): number =>
    weightOfRows([...statements.map(({ row }) => row), ...others]);
  const files = filesFor(letters.reduce((sum, letter) => sum + weightOf(letter), 0));
  const bundles = divide(letters, weightOf, files);
  return bundles.length === 0 ? [[]] : bundles;
}

async function writeWordLetters(
  letters: readonly AssessmentLetter[],
  frame: AssessmentFrame,
  words: LetterWords,
  report: ReportProgress,
): Promise<WrittenFile> {
  const files = new Map<string, Uint8Array>();
  const nameOf = createNames();
  let rows = 0;
  for (const [done, letter] of letters.entries()) {
    report({ phase: 'writing', done, total: letters.length });
    const bytes = await writeLetterDocx(letter, frame, words);
    rows += countLetterRows.docx(bytes);
    files.set(`${nameOf(letter.name)}.docx`, bytes);
  }
  return { bytes: stableZip(files, 0), rows, files: files.size };
}
