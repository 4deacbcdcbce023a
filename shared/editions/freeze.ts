import { z } from 'zod';
import { appError, type AppError } from '../errors/errors.ts';
import { fail, ok, type Result } from '../errors/result.ts';
import { SHA256_PATTERN, type AssetId } from '../ids/ids.ts';
import type { Institution } from '../register/institution.ts';
import { checkProfile } from '../schema/check-profile.ts';
import type { LeitbildDocument } from '../schema/document.ts';
import { parseDocument } from '../schema/parse-document.ts';
import { childrenOf, walk } from '../schema/walk.ts';
import { checkLabel, LABEL_LIMIT } from './check-label.ts';
import { checkLine, lineLimits } from './check-line.ts';
import type { EditionAsset, EditionContent, FrozenEdition } from './edition.ts';
import { hashOfEdition } from './hash.ts';

/**
 * What an edition is made of. Participants may come in any order; of the assets, those that the edition shows are kept;
 * `previous` is the hash of the edition frozen last, if there is one.
 */
export type FreezeRequest = Omit<EditionContent, 'format' | 'version'>;

/** What is wrong with what was said about an edition; `argument` is the path in the request ("adoption.date"). */
function faultOf(request: FreezeRequest): AppError | null {
  const label = checkLabel(request.label);
  if (label !== null) {
    const allowed = label === 'too-long' ? String(LABEL_LIMIT) : request.label;
    return appError('argument-invalid', { argument: 'label', reason: label, allowed });
  }
  const { title, subtitle, municipality, adoption } = request;
  const lines = [
    ['title', title, lineLimits.title, true],
    ['subtitle', subtitle, lineLimits.subtitle, false],
    ['municipality', municipality, lineLimits.municipality, false],
    ['adoption.body', adoption?.body ?? '–', lineLimits.body, true],
    ['adoption.paper', adoption?.paper ?? '', lineLimits.paper, false],
  ] as const;
  for (const [argument, text, limit, needed] of lines) {
    if (needed && text.trim() === '') return appError('argument-invalid', { argument, reason: 'empty' });
    const fault = checkLine(text, limit);
    if (fault !== null) {
      return appError('argument-invalid', { argument, reason: fault.reason, allowed: String(fault.limit) });
    }
  }
  if (adoption !== null && !z.iso.date().safeParse(adoption.date).success) {
    return appError('argument-invalid', { argument: 'adoption.date', reason: 'date' });
  }
  if (!z.iso.datetime({ precision: 0 }).safeParse(request.frozenAt).success) {
    return appError('argument-invalid', { argument: 'frozenAt', reason: 'time' });
  }
  if (request.logo !== null && !SHA256_PATTERN.test(request.logo)) {
    return appError('argument-invalid', { argument: 'logo', reason: 'not-an-asset' });
  }
  return null;
}

/**
 * Makes an edition of a text: checks it, gives it its one form, orders what has no order of its own, and takes the
 * hash (rules EDI1 to EDI6). Fails with `argument-invalid`, `text-empty`, `document-invalid`, `profile-mismatch` or
 * `asset-unknown`; then nothing has been made.
 */
export function freezeEdition(request: FreezeRequest): Result<FrozenEdition> {
  const fault = faultOf(request);
  if (fault !== null) return fail(fault);
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
