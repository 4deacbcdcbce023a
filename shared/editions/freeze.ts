import { z } from 'zod';
import { appError } from '../errors/errors.ts';
import { fail, ok, type Result } from '../errors/result.ts';
import { SHA256_PATTERN, type AssetId } from '../ids/ids.ts';
import type { Institution } from '../register/institution.ts';
import { checkProfile } from '../schema/check-profile.ts';
import type { LeitbildDocument } from '../schema/document.ts';
import { parseDocument } from '../schema/parse-document.ts';
import { childrenOf, walk } from '../schema/walk.ts';
import type { EditionAsset, EditionContent, FrozenEdition } from './edition.ts';
import { hashOfEdition } from './hash.ts';

/**
 * What an edition is made of. Participants may come in any order; of the assets, those that the edition shows are kept;
 * `previous` is the hash of the edition frozen last, if there is one.
 */
export type FreezeRequest = Omit<EditionContent, 'format' | 'version'>;

const requestSchema = z.object({
  label: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,39}$/u),
  title: z.string().min(1).max(300),
  subtitle: z.string().max(300),
  municipality: z.string().max(200),
  frozenAt: z.iso.datetime({ precision: 0 }),
  adoption: z
    .object({ body: z.string().min(1).max(200), date: z.iso.date(), paper: z.string().max(80) })
    .nullable(),
  logo: z.string().regex(SHA256_PATTERN).nullable(),
});

/**
 * Makes an edition of a text: checks it, gives it its one form, orders what has no order of its own, and takes the
 * hash (rules EDI1 to EDI6). Fails with `argument-invalid`, `text-empty`, `document-invalid`, `profile-mismatch` or
 * `asset-unknown`; then nothing has been made.
 */
export function freezeEdition(request: FreezeRequest): Result<FrozenEdition> {
  const checked = requestSchema.safeParse(request);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    const argument = issue?.path.join('.') ?? '';
    return fail(appError('argument-invalid', { argument, reason: issue?.message ?? '' }));
  }
  const parsed = parseDocument(request.document);
  if (!parsed.ok) return parsed;
  const document = parsed.value;
  if (childrenOf(document).length === 0) return fail(appError('text-empty', { path: '' }));
  const fits = checkProfile(document, request.profile);
  if (!fits.ok) return fits;
  const assets = usedAssets(document, request.assets, request.logo);
  if (!assets.ok) return assets;

  const content: EditionContent = {
    format: 'leitbild-edition',
    version: 1,
    label: request.label,
    title: request.title.normalize('NFC'),
    subtitle: request.subtitle.normalize('NFC'),
    municipality: request.municipality.normalize('NFC'),
    adoption: request.adoption,
    frozenAt: request.frozenAt,
    profile: request.profile,
    document,
    participants: inPrintOrder(request.participants),
    decisions: request.decisions,
    assets: assets.value,
    logo: request.logo,
    previous: request.previous,
  };
  return ok({ content, hash: hashOfEdition(content) });
}

/** Participants by name as a German reader looks them up; equal names by id, so that the order is one. */
export function inPrintOrder(
  institutions: readonly Pick<Institution, 'id' | 'name' | 'kind'>[],
): readonly Pick<Institution, 'id' | 'name' | 'kind'>[] {
  const german = new Intl.Collator('de', { sensitivity: 'base', ignorePunctuation: true, numeric: true });
  return institutions
    .map(({ id, name, kind }) => ({ id, name: name.normalize('NFC'), kind }))
    .sort((a, b) => german.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

function usedAssets(
  document: LeitbildDocument,
  assets: readonly EditionAsset[],
  logo: AssetId | null,
): Result<readonly EditionAsset[]> {
  const used = new Set<AssetId>(logo === null ? [] : [logo]);
  walk(document, (node) => {
    if (node.type === 'foreword' && node.attrs.portrait !== null) used.add(node.attrs.portrait);
  });
  const known = new Map(assets.map((asset) => [asset.id, asset]));
  const found: EditionAsset[] = [];
  for (const id of [...used].sort()) {
    const asset = known.get(id);
    if (!asset) return fail(appError('asset-unknown', { asset: id }));
    found.push({ id, mediaType: asset.mediaType, alternativeText: asset.alternativeText });
  }
  return ok(found);
}
