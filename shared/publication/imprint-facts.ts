import { printedDate } from './printed-date.ts';
import type { Publication } from './publication.ts';

/** One line of an imprint. `proof` marks the checksum, which is set in a fixed-width face. */
export interface ImprintFact {
  readonly name: string;
  readonly value: string;
  readonly proof: boolean;
}

/** What every imprint says, in its order; facts that a draft does not have are left out. */
export function imprintFacts(publication: Publication): readonly ImprintFact[] {
  const { labels, adoption, language } = publication;
  const facts: readonly (readonly [name: string, value: string])[] = [
    [labels.publisher, publication.municipality],
    [labels.edition, publication.label],
    [labels.adoptedBy, adoption ? [adoption.body, printedDate(adoption.date, language)].join(', ') : ''],
    [labels.paper, adoption?.paper ?? ''],
    [
      publication.state === 'edition' ? labels.frozenAt : labels.draftAsOf,
      printedDate(publication.createdAt, language),
    ],
    [labels.proof, publication.hash ?? ''],
  ];
  return facts
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ({ name, value, proof: name === labels.proof }));
}

/** What tells this text from others on a cover: "Edition 2019", or "ENTWURF, 3. Februar 2025". */
export function editionLine(publication: Publication): string {
  const { labels } = publication;
  return publication.state === 'edition'
    ? `${labels.edition} ${publication.label}`
    : `${labels.draft}, ${printedDate(publication.createdAt, publication.language)}`;
}
