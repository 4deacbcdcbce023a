import { createHash } from 'node:crypto';
import { canonicalJson } from '../../shared/editions/canonical-json.ts';
import type { EditionContent, Publishable } from '../../shared/editions/edition.ts';
import { institutionId, sha256, type AssetId } from '../../shared/ids/ids.ts';
import type { Publication } from '../../shared/publication/publication.ts';
import { publish } from '../../shared/publication/publish.ts';
import type { LeitbildDocument } from '../../shared/schema/document.ts';
import { sampleDocument } from './sample-document.ts';
import { councilPicture, idOfBytes, logoSvg, mayorPicture } from './sample-pictures.ts';
import { sampleProfile } from './sample-profile.ts';

/** Bytes of the pictures of the sample, by id. */
export const sampleAssets: ReadonlyMap<AssetId, Uint8Array> = new Map(
  [mayorPicture, councilPicture, logoSvg].map((bytes) => [idOfBytes(bytes), bytes]),
);

const participants: EditionContent['participants'] = [
  'Ausbildungsverbund Drei Flüsse',
  'Bücherei am Wehr',
  'Chor der Brücken e. V.',
  'Deutsch-Tamilischer Kulturkreis',
  'Evangelische Gemeinde St. Nikolai',
  'Gesamtschule Nordufer',
  'Handwerkskammer Auenbrück',
  'Islamischer Verein Südstadt',
  'Jugendring Auenbrück',
  'Mieterverein Auenbrück und Umgebung',
  'Seniorenbeirat',
].map((name, index) => ({ id: institutionId(`i${String(index + 1)}`), name, kind: 'association' }));

const common = {
  title: 'Leitbild Zusammenleben',
  subtitle: 'Wie wir in Auenbrück miteinander leben wollen',
  municipality: 'Stadt Auenbrück',
  profile: sampleProfile,
  participants,
  decisions: [],
  assets: [
    { id: idOfBytes(mayorPicture), mediaType: 'image/png', alternativeText: 'Porträt von Henrike Solbach' },
    { id: idOfBytes(councilPicture), mediaType: 'image/png', alternativeText: 'Porträt von Tarek Lindqvist' },
    { id: idOfBytes(logoSvg), mediaType: 'image/svg+xml', alternativeText: 'Wappen der Stadt Auenbrück' },
  ] satisfies EditionContent['assets'],
  logo: idOfBytes(logoSvg),
};

/** The sample as an edition's content, with any document. */
export function sampleContent(document: LeitbildDocument = sampleDocument()): EditionContent {
  return {
    ...common,
    assets: common.assets.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    format: 'leitbild-edition',
    version: 1,
    label: '2019',
    adoption: { body: 'Rat der Stadt Auenbrück', date: '2019-06-12', paper: 'V/0417/2019' },
    frozenAt: '2019-07-01T08:30:00Z',
    document,
    previous: null,
  };
}

/** The sample as a frozen edition. */
export function sampleEdition(document?: LeitbildDocument): Publishable & { readonly state: 'edition' } {
  const content = sampleContent(document);
  const hash = sha256(createHash('sha256').update(canonicalJson(content)).digest('hex'));
  return { state: 'edition', edition: { content, hash } };
}

/** The sample as a draft. */
export function sampleDraft(
  document: LeitbildDocument = sampleDocument(),
): Publishable & { readonly state: 'draft' } {
  return { state: 'draft', content: { ...common, document }, takenAt: '2025-02-03T14:05:00Z' };
}

/** The sample as its readers see it. */
export function samplePublication(state: 'edition' | 'draft' = 'edition'): Publication {
  return publish(state === 'edition' ? sampleEdition() : sampleDraft());
}
