import { createHash } from 'node:crypto';
import type { EditionAsset } from '../../../shared/editions/edition.ts';
import { appError } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { assetId, SHA256_PATTERN, type AssetId } from '../../../shared/ids/ids.ts';
import { attempt } from './attempt.ts';
import { sniffMediaType, type MediaType } from './media-type.ts';
import { rowDigest } from './row-digest.ts';
import { countOne, proveComplete } from './tally.ts';
import type { WorkspaceDatabase } from './workspace-database.ts';

/** A picture with what is known of it. */
export interface StoredAsset extends EditionAsset {
  readonly bytes: Uint8Array;
  readonly name: string;
}

/** Pictures, addressed by the SHA-256 of their bytes. */
export interface AssetStore {
  /**
   * Stores a picture; its media type is read from its bytes. The same bytes again only change name and alternative
   * text. Fails with `asset-unsupported` or `asset-without-alternative-text`.
   */
  put(asset: Pick<StoredAsset, 'bytes' | 'name' | 'alternativeText'>): Result<AssetId>;
  get(id: AssetId): StoredAsset | undefined;
  list(): readonly Omit<StoredAsset, 'bytes'>[];
}

const TABLE = 'assets';
const mediaTypes: ReadonlySet<string> = new Set<MediaType>(['image/png', 'image/jpeg', 'image/svg+xml']);

function isMediaType(value: string): value is MediaType {
  return mediaTypes.has(value);
}

/** Stores pictures by the hash of their bytes. `onAdded` is told of each that is new, in its transaction. */
export function createAssetStore(database: WorkspaceDatabase, onAdded: (id: AssetId) => void): AssetStore {
  const list = (): readonly Omit<StoredAsset, 'bytes'>[] => {
    const rows = database.all(
      TABLE,
      'SELECT position, id, media_type, sha256 FROM assets NOT INDEXED ORDER BY position',
    );
    proveComplete(
      database,
      TABLE,
      rows.map((row) => row.integer('position')),
    );
    return rows.map((row, index) => {
      const position = index + 1;
      const [id, mediaType] = [row.text('id'), row.text('media_type')];
      row.prove(TABLE, [position, id, mediaType]);
      if (!SHA256_PATTERN.test(id) || !isMediaType(mediaType)) throw database.damaged(`assets: ${id}`);
      const place = `asset_descriptions: row ${String(position)}`;
      const description = database.get(
        place,
        'SELECT * FROM asset_descriptions WHERE position = ?',
        position,
      );
      if (description === undefined) throw database.damaged(place);
      const [name, alternativeText] = [description.text('name'), description.text('alternative_text')];
      description.prove('asset_descriptions', [position, name, alternativeText]);
      return { id: assetId(id), mediaType, name, alternativeText };
    });
  };

  const describe = (position: number, name: string, alternativeText: string): void => {
    database.run(
      `asset_descriptions: row ${String(position)}`,
      `INSERT INTO asset_descriptions (position, name, alternative_text, sha256) VALUES (?, ?, ?, ?)
        ON CONFLICT (position) DO UPDATE SET name = excluded.name, alternative_text = excluded.alternative_text,
          sha256 = excluded.sha256`,
      ...[position, name, alternativeText],
      rowDigest('asset_descriptions', [position, name, alternativeText]),
    );
  };

  return {
    list,
    get(id) {
      const all = list();
      const position = all.findIndex((asset) => asset.id === id) + 1;
      const asset = all[position - 1];
      if (asset === undefined) return undefined;
      const row = database.get(`assets: ${id}`, 'SELECT bytes FROM assets WHERE position = ?', position);
      const bytes = row?.blob('bytes');
      if (bytes === undefined || createHash('sha256').update(bytes).digest('hex') !== id) {
        throw database.damaged(`assets: ${id}`);
      }
      return { ...asset, bytes };
    },
    put: ({ bytes, name, alternativeText }) =>
      attempt(() => {
        const media = sniffMediaType(bytes);
        if ('reason' in media) {
          return fail(appError('asset-unsupported', { path: name, reason: media.reason }));
        }
        const text = alternativeText.trim();
        if (text === '') return fail(appError('asset-without-alternative-text', { path: name }));
        const id = assetId(createHash('sha256').update(bytes).digest('hex'));
        return database.transaction(() => {
          const all = list();
          const known = all.findIndex((asset) => asset.id === id) + 1;
          const position = known > 0 ? known : all.length + 1;
          if (known === 0) {
            database.run(
              `assets: ${id}`,
              'INSERT INTO assets (position, id, media_type, bytes, sha256) VALUES (?, ?, ?, ?, ?)',
              ...[position, id, media.mediaType, bytes],
              rowDigest(TABLE, [position, id, media.mediaType]),
            );
            countOne(database, TABLE);
            onAdded(id);
          }
          const before = all[known - 1];
          if (before?.name !== name || before.alternativeText !== text) describe(position, name, text);
          return ok(id);
        });
      }),
  };
}
