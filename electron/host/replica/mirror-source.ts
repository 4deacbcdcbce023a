import { createHash } from 'node:crypto';
import type { ApiClient } from '../../../shared/api/client.ts';
import type { ReplicaSource } from '../../../shared/api/replica-calls.ts';
import { canonicalJson } from '../../../shared/editions/canonical-json.ts';
import { parseEdition } from '../../../shared/editions/parse-edition.ts';
import { appError, AppFailure } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { AssetId, Sha256 } from '../../../shared/ids/ids.ts';
import { parseProfile } from '../../../shared/schema/profile.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { mirrorBases } from './mirror-bases.ts';
import { askUpstream } from './upstream-answers.ts';

/** What came from the host that is followed. */
export interface MirrorReport {
  readonly editions: readonly { readonly label: string; readonly hash: Sha256 }[];
  readonly assets: number;
  /** How many texts that rounds asked about. */
  readonly bases: number;
  /** Labels under which the other host has another edition than we; ours stay. */
  readonly conflicts: readonly string[];
}

/**
 * Brings what the rooms do not hold in step with the host that is followed, one way: profile, pictures, editions,
 * bases of rounds. Each of them is stored only once its bytes have the hash under which it was announced. What is there stays.
 * Fails as calling, parsing and storing fail; what was stored before that stays.
 */
export async function mirrorSource(api: ApiClient, workspace: Workspace): Promise<Result<MirrorReport>> {
  try {
    const asked = await askUpstream(api, 'replica.source', {});
    return asked.ok ? await mirrorAll(api, workspace, asked.value) : asked;
  } catch (error) {
    if (error instanceof AppFailure) return fail(error.error);
    throw error;
  }
}

async function mirrorAll(
  api: ApiClient,
  workspace: Workspace,
  source: ReplicaSource,
): Promise<Result<MirrorReport>> {
  const profile = parseProfile(source.profile, workspace.path);
  if (!profile.ok) return profile;
  if (canonicalJson(profile.value) !== canonicalJson(workspace.profile)) workspace.setProfile(profile.value);
  const assets = await mirrorAssets(api, workspace, source.assets);
  if (!assets.ok) return assets;
  const ours = new Map(workspace.editions.list().map(({ label, hash }) => [label, hash]));
  const editions: MirrorReport['editions'][number][] = [];
  const conflicts: string[] = [];
  for (const { label, hash } of source.editions) {
    const own = ours.get(label);
    if (own !== undefined && own !== hash) conflicts.push(label);
    if (own !== undefined) continue;
    const stored = await mirrorEdition(api, workspace, label, hash);
    if (!stored.ok) return stored;
    editions.push({ label, hash });
  }
  const bases = await mirrorBases(api, workspace, source.bases ?? []);
  if (!bases.ok) return bases;
  return ok({ editions, assets: assets.value, bases: bases.value, conflicts });
}

async function mirrorEdition(
  api: ApiClient,
  workspace: Workspace,
  label: string,
  hash: Sha256,
): Promise<Result<void>> {
  const content = await askUpstream(api, 'editions.content', { label });
  if (!content.ok) return content;
  const edition = parseEdition(Buffer.from(content.value.json, 'utf8'), label, hash);
  if (!edition.ok) return edition;
  if (edition.value.content.label !== label) {
    return fail(appError('edition-changed', { label, expected: hash, found: 'another label' }));
  }
  return workspace.editions.insert(edition.value);
}

async function mirrorAssets(
  api: ApiClient,
  workspace: Workspace,
  wanted: ReplicaSource['assets'],
): Promise<Result<number>> {
  const ours = new Map(workspace.assets.list().map((asset) => [asset.id, asset]));
  let count = 0;
  for (const { id, name, alternativeText } of wanted) {
    const own = ours.get(id);
    if (own?.name === name && own.alternativeText === alternativeText) continue;
    const bytes =
      own === undefined ? await fetchAsset(api, id) : ok(workspace.assets.get(id)?.bytes ?? new Uint8Array());
    if (!bytes.ok) return bytes;
    const stored = workspace.assets.put({ bytes: bytes.value, name, alternativeText });
    if (!stored.ok) return stored;
    if (own === undefined) count += 1;
  }
  return ok(count);
}

async function fetchAsset(api: ApiClient, id: AssetId): Promise<Result<Uint8Array>> {
  const content = await askUpstream(api, 'assets.content', { asset: id });
  if (!content.ok) return content;
  const bytes = Buffer.from(content.value.base64, 'base64');
  const found = createHash('sha256').update(bytes).digest('hex');
  return found === id ? ok(bytes) : fail(appError('answer-invalid', { call: 'assets.content' }));
}
