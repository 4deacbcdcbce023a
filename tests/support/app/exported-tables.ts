import { strFromU8, unzipSync } from 'fflate';
import type { InputOf } from '../../../shared/api/contract.ts';
import { valueOf } from '../../../shared/errors/value-of.ts';
import type { HostClient } from '../host-client.ts';
import { readPdf } from '../read-pdf.ts';

/** All rounds, all institutions. */
export const everything = { round: null, institutions: null } as const;

/** The file that an export of contributions gives. */
export async function exported(
  moderation: HostClient,
  wanted: InputOf<'assessment.export'>,
): Promise<Uint8Array> {
  const file = valueOf(
    await moderation.ended(valueOf(await moderation.call('assessment.export', wanted)).job),
  );
  if (file.kind !== 'file') throw new Error(file.kind);
  return new Uint8Array(await (await moderation.fetch(`/downloads/${file.download}`)).arrayBuffer());
}

/** All words of an assessment table, as its readers get them, without white space that lines break at. */
export async function wordsOfTable(
  moderation: HostClient,
  format: 'csv' | 'xlsx' | 'docx' | 'pdf',
  anonymised: boolean,
): Promise<string> {
  const bytes = await exported(moderation, { what: 'table', format, anonymised, ...everything });
  return squeezed(await textOfFile(bytes, format));
}

async function textOfFile(bytes: Uint8Array, format: 'csv' | 'xlsx' | 'docx' | 'pdf'): Promise<string> {
  if (format === 'csv') return strFromU8(bytes);
  if (format === 'pdf') return (await readPdf(bytes)).pages.join('\n');
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => name.endsWith('.xml'));
  return parts
    .map(([, part]) =>
      strFromU8(part)
        .replaceAll(/<\/(w:p|si|is|c)>/g, ' ')
        .replaceAll(/<[^>]*>/g, ''),
    )
    .join(' ');
}

/** Words as they are compared: no soft hyphens, one space for any white space. */
export const squeezed = (words: string): string => words.replaceAll(/[\s\u00ad]+/gu, ' ');
