/** A value of type `T` that only the named parser or maker may produce. */
export type Branded<T, Name extends string> = T & { readonly __brand: Name };

/** Identifies one node of the text (goal, chapter, footnote …) for its whole life, across editions. */
export type NodeId = Branded<string, 'NodeId'>;
/** Identifies one institution of the register. */
export type InstitutionId = Branded<string, 'InstitutionId'>;
/** Identifies one invitation; no secret. */
export type InvitationId = Branded<string, 'InvitationId'>;
/** Identifies one round of participation. */
export type RoundId = Branded<string, 'RoundId'>;
/** Identifies one contribution, draft and submitted alike. */
export type ContributionId = Branded<string, 'ContributionId'>;
/** Identifies one decision about contributions. */
export type DecisionId = Branded<string, 'DecisionId'>;
/** Identifies one workshop. */
export type WorkshopId = Branded<string, 'WorkshopId'>;
/** Identifies one person whom an institution sends. */
export type DelegateId = Branded<string, 'DelegateId'>;
/** Identifies one asset: the SHA-256 of its bytes, 64 hexadecimal digits. */
export type AssetId = Branded<string, 'AssetId'>;
/** A SHA-256, 64 lower-case hexadecimal digits. */
export type Sha256 = Branded<string, 'Sha256'>;

/** The form of every id of ours: 1 to 64 of `a–z 0–9 - _`, beginning with a letter or digit. */
export const ID_PATTERN = /^[a-z0-9][a-z0-9_-]{0,63}$/;
export const SHA256_PATTERN = /^[0-9a-f]{64}$/;

/** Makes ids that nobody else makes. Passed in wherever nodes are created, so that tests can count. */
export type CreateId = () => NodeId;

export function isNodeId(value: unknown): value is NodeId {
  return typeof value === 'string' && ID_PATTERN.test(value);
}

/** Brands a known-good literal; throws on a string that is no id. */
export function nodeId(value: string): NodeId {
  if (!isNodeId(value)) throw new TypeError(`not a node id: ${value}`);
  return value;
}

export function institutionId(value: string): InstitutionId {
  if (!ID_PATTERN.test(value)) throw new TypeError(`not an institution id: ${value}`);
  return value as InstitutionId;
}

export function invitationId(value: string): InvitationId {
  if (!ID_PATTERN.test(value)) throw new TypeError(`not an invitation id: ${value}`);
  return value as InvitationId;
}

export function roundId(value: string): RoundId {
  if (!ID_PATTERN.test(value)) throw new TypeError(`not a round id: ${value}`);
  return value as RoundId;
}

export function contributionId(value: string): ContributionId {
  if (!ID_PATTERN.test(value)) throw new TypeError(`not a contribution id: ${value}`);
  return value as ContributionId;
}

export function decisionId(value: string): DecisionId {
  if (!ID_PATTERN.test(value)) throw new TypeError(`not a decision id: ${value}`);
  return value as DecisionId;
}

export function workshopId(value: string): WorkshopId {
  if (!ID_PATTERN.test(value)) throw new TypeError(`not a workshop id: ${value}`);
  return value as WorkshopId;
}

export function delegateId(value: string): DelegateId {
  if (!ID_PATTERN.test(value)) throw new TypeError(`not a delegate id: ${value}`);
  return value as DelegateId;
}

export function sha256(value: string): Sha256 {
  if (!SHA256_PATTERN.test(value)) throw new TypeError(`not a SHA-256: ${value}`);
  return value as Sha256;
}

export function assetId(value: string): AssetId {
  return sha256(value) as string as AssetId;
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * Turns random bytes into an id of one character per byte, in Crockford's base 32 (5 bits a character).
 * Twelve bytes give 60 bits: a collision among a million nodes has a chance of about 4 in 10 million.
 */
export function idFromBytes(bytes: Uint8Array): NodeId {
  return nodeId(Array.from(bytes, (byte) => ALPHABET.charAt(byte & 31)).join(''));
}

/** Ids that count upwards (`prefix1`, `prefix2` …), for tests and for content that must come out the same each time. */
export function createCountingIds(prefix = 'n'): CreateId {
  let next = 0;
  return () => nodeId(`${prefix}${String(++next)}`);
}
