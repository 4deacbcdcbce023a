import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sniffMediaType } from '../../../../electron/host/workspace/media-type.ts';
import type { Workspace } from '../../../../electron/host/workspace/workspace.ts';
import { assetId, sha256 } from '../../../../shared/ids/ids.ts';
import {
  fill,
  fixedPorts,
  frozenEdition,
  made,
  opened,
  pictureBytes,
  valueOf,
} from '../../../support/filled-workspace.ts';
import { importReport } from '../../../support/import-report.ts';

let folder = '';
let path = '';
let workspace: Workspace;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stores-'));
  path = join(folder, 'a.leitbild');
  workspace = made(path);
});
afterEach(() => {
  workspace.close();
  rmSync(folder, { recursive: true, force: true });
});

const actions = () => workspace.audit.list().map(({ action, subject }) => `${action} ${subject}`);

describe('editions', () => {
  it('WSP12: an edition comes back with its bytes, and a label is given once', () => {
    const edition = frozenEdition('2008');
    valueOf(workspace.editions.insert(edition));
    expect(workspace.editions.insert(frozenEdition('2008'))).toEqual({
      ok: false,
      error: { code: 'edition-exists', details: { label: '2008' } },
    });
    expect(valueOf(workspace.editions.get('2008'))).toEqual(edition);
    expect(workspace.editions.list()).toEqual([
      { label: '2008', title: 'Leitbild', frozenAt: '2019-04-01T10:00:00Z', hash: edition.hash },
    ]);
    expect(workspace.editions.get('2031')).toEqual({
      ok: false,
      error: { code: 'edition-unknown', details: { label: '2031', known: ['2008'] } },
    });
    expect(actions()).toContain('edition-frozen 2008');
  });

  it('a hash that is not that of the content is a broken invariant', () => {
    const { content } = frozenEdition('2008');
    expect(() => workspace.editions.insert({ content, hash: sha256('0'.repeat(64)) })).toThrow(TypeError);
    expect(workspace.editions.list()).toEqual([]);
  });

  it('WSP13: no statement changes or removes what only grows', () => {
    fill(workspace);
    workspace.close();
    const raw = new Database(path);
    raw.pragma('recursive_triggers = ON');
    for (const [table, column] of [
      ['editions', 'title'],
      ['assets', 'media_type'],
      ['imports', 'at'],
      ['import_undos', 'at'],
      ['audit', 'subject'],
      ['invitations', 'role'],
      ['invitation_tokens', 'expires_at'],
      ['invitation_revocations', 'at'],
      ['refused_copies', 'reason'],
      ['client_owners', 'principal'],
    ] as const) {
      const refused = `${table}: rows are only ever added`;
      expect(() => raw.exec(`UPDATE ${table} SET ${column} = 'x'`)).toThrow(refused);
      expect(() => raw.exec(`DELETE FROM ${table}`)).toThrow(refused);
      expect(() => raw.exec(`INSERT OR REPLACE INTO ${table} SELECT * FROM ${table} LIMIT 1`)).toThrow(
        refused,
      );
    }
    raw.close();
    workspace = opened(path);
    expect(workspace.verify()).toMatchObject({ ok: true });
  });
});

describe('assets', () => {
  it('WSP14: the same bytes are one asset; its description can be bettered', () => {
    const put = (alternativeText: string) =>
      workspace.assets.put({ bytes: pictureBytes, name: 'logo.png', alternativeText });
    const id = valueOf(put('Wappen'));
    expect(valueOf(put('Wappen der Stadt'))).toBe(id);
    expect(workspace.assets.list()).toEqual([
      { id, mediaType: 'image/png', name: 'logo.png', alternativeText: 'Wappen der Stadt' },
    ]);
    expect(Buffer.from(workspace.assets.get(id)?.bytes ?? []).equals(pictureBytes)).toBe(true);
    expect(workspace.assets.get(assetId('0'.repeat(64)))).toBeUndefined();
    expect(actions().filter((line) => line.startsWith('asset-added'))).toHaveLength(1);
  });

  it('WSP15: a picture needs alternative text and a known type by its bytes', () => {
    expect(
      workspace.assets.put({ bytes: pictureBytes, name: 'logo.png', alternativeText: ' ' }),
    ).toMatchObject({ error: { code: 'asset-without-alternative-text', details: { path: 'logo.png' } } });
    expect(
      workspace.assets.put({ bytes: Buffer.from('GIF89a'), name: 'logo.png', alternativeText: 'x' }),
    ).toMatchObject({ error: { code: 'asset-unsupported', details: { reason: 'unknown' } } });
    expect(workspace.assets.list()).toEqual([]);
  });

  it.each([
    ['<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>', { mediaType: 'image/svg+xml' }],
    ['\uFEFF<?xml version="1.0"?><!-- a --><svg></svg>\n', { mediaType: 'image/svg+xml' }],
    ['<svg><use href="#a"/><a fill="url(#g)"/></svg>', { mediaType: 'image/svg+xml' }],
    ['<svg><script>1</script></svg>', { reason: 'svg-active' }],
    ['<svg onload="x()"></svg>', { reason: 'svg-active' }],
    ['<!DOCTYPE svg><svg></svg>', { reason: 'svg-active' }],
    ['<svg><image href="https://example.org/a.png"/></svg>', { reason: 'svg-external' }],
    ['<svg><style>a{fill:url(//x)}</style></svg>', { reason: 'svg-external' }],
    ['<svg><path', { reason: 'truncated' }],
    ['<p>svg</p>', { reason: 'unknown' }],
    ['\u00ff\u00d8\u00ff\u00e0', { reason: 'unknown' }],
  ])('reads the media type of %s', (text, expected) => {
    expect(sniffMediaType(Buffer.from(text))).toEqual(expected);
  });

  it('tells a cut-off picture from a whole one', () => {
    expect(sniffMediaType(pictureBytes.subarray(0, 50))).toEqual({ reason: 'truncated' });
    expect(sniffMediaType(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2]))).toEqual({ reason: 'truncated' });
  });
});

describe('imports and audit', () => {
  it('WSP16: an import keeps the states around it, and is undone once', () => {
    const id = workspace.imports.record({
      at: '2019-04-01T10:00:00Z',
      report: importReport('a.txt'),
      before: new Uint8Array([0, 0]),
      after: new Uint8Array([1]),
    });
    expect(workspace.imports.states(id)?.after).toEqual(Buffer.from([1]));
    expect(workspace.imports.states(9)).toBeUndefined();
    workspace.imports.markUndone(id, '2019-04-02T10:00:00Z');
    expect(() => workspace.imports.markUndone(id, '2019-04-03T10:00:00Z')).toThrow(RangeError);
    expect(workspace.imports.list()).toEqual([
      { id, at: '2019-04-01T10:00:00Z', undoneAt: '2019-04-02T10:00:00Z', report: importReport('a.txt') },
    ]);
    expect(actions()).toEqual(['workspace-created standard', 'import-applied 1', 'import-undone 1']);
  });

  it('WSP17: what the file can know is logged with it, and goes with it where it is undone', () => {
    workspace.setProfile({ ...workspace.profile, id: 'andere' });
    expect(() =>
      workspace.transaction(() => {
        valueOf(workspace.editions.insert(frozenEdition('2008')));
        throw new Error('stop');
      }),
    ).toThrow('stop');
    workspace.audit.append({
      at: fixedPorts().clock.now(),
      action: 'register-imported',
      subject: 'liste.csv',
    });
    expect(actions()).toEqual([
      'workspace-created standard',
      'profile-set andere',
      'register-imported liste.csv',
    ]);
    expect(workspace.editions.list()).toEqual([]);
  });
});
