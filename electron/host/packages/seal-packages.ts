import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { ListedVoice } from '../../../shared/contributions/voices-room.ts';
import { publicKeyOf } from '../../../shared/packages/envelope.ts';
import { embedPackage } from '../../../shared/packages/offline-page.ts';
import { createRoundSealer } from '../../../shared/packages/open-package.ts';
import { packageFileName, ROUND_ENDING } from '../../../shared/packages/package-files.ts';
import { hashOfBytes } from '../../../shared/editions/hash.ts';
import type { ReportProgress } from '../ports.ts';
import type { SealedPackages, SealJob } from './package-work.ts';

/** Writes a package for each recipient, with what it may read and nothing else: one file, or an archive of them. */
export function sealPackages(job: SealJob, report: ReportProgress): SealedPackages {
  const { common, recipients, voices, page, secret } = job;
  const seesAll = common.round.visibility === 'all';
  const voicesOf = new Map<string, ListedVoice[]>();
  for (const voice of seesAll ? [] : voices) {
    const own = voicesOf.get(voice.record.institution);
    if (own) own.push(voice);
    else voicesOf.set(voice.record.institution, [voice]);
  }
  const seal = createRoundSealer(secret);
  const total = recipients.length;
  const archive = total > 1 ? createArchive() : null;
  const sent: SealedPackages['sent'][number][] = [];
  let single: Pick<SealedPackages, 'name' | 'mediaType' | 'bytes'> | null = null;
  for (const [index, { institution, author, key }] of recipients.entries()) {
    report({ phase: 'sealing', done: index, total });
    const own = seesAll ? voices : (voicesOf.get(institution.id) ?? []);
    const text = seal({ ...common, institution, voices: own, author, key });
    const name = packageFileName(common.round.name, institution.name, page === null ? ROUND_ENDING : 'html');
    const bytes = strToU8(page === null ? text : embedPackage(page, text));
    const mediaType = page === null ? 'application/octet-stream' : 'text/html; charset=utf-8';
    if (archive === null) single = { name, mediaType, bytes };
    else archive.add(name, bytes);
    sent.push({
      institution: institution.id,
      author,
      hash: hashOfBytes(strToU8(text)),
      key: publicKeyOf(key),
    });
  }
  report({ phase: 'sealing', done: total, total });
  if (archive !== null) {
    const name = packageFileName(common.round.name, 'Pakete', 'zip');
    return { name, mediaType: 'application/zip', bytes: archive.end(), sent };
  }
  if (single === null) throw new RangeError('a package is for somebody');
  return { ...single, sent };
}

/** A ZIP archive that grows file by file, so that the packages are not in memory side by side. */
function createArchive() {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  const names = new Set<string>();
  return {
    add(wanted: string, bytes: Uint8Array): void {
      let name = wanted;
      // Two institutions may have one name; also on disks that do not tell capitals apart.
      for (let count = 2; names.has(name.toLowerCase()); count += 1) {
        name = wanted.replace(/(\.[^.]+)$/, ` (${String(count)})$1`);
      }
      names.add(name.toLowerCase());
      const file = new ZipDeflate(name, { level: 6 });
      zip.add(file);
      file.push(bytes, true);
    },
    end(): Uint8Array {
      zip.end();
      return Buffer.concat(chunks);
    },
  };
}
