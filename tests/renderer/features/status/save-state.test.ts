import { describe, expect, it } from 'vitest';
import type { RoomState } from '../../../../renderer/client/room-client.ts';
import { saveStateOf } from '../../../../renderer/features/status/save-state.ts';
import { saveWords } from '../../../../renderer/features/status/save-words.ts';
import { germanStatus } from '../../../../renderer/words/de/status.ts';

const calm: RoomState = {
  connection: 'connected',
  reason: null,
  loaded: true,
  fresh: true,
  saved: true,
  pending: 0,
  kept: true,
};

describe('how safe what was written is', () => {
  it('is saved only where the host has everything on its disk', () => {
    expect(saveStateOf(calm, false)).toBe('saved');
    expect(saveStateOf({ ...calm, saved: false, pending: 1 }, false)).toBe('saving');
    expect(saveStateOf({ ...calm, connection: 'offline' }, false)).toBe('offline');
    expect(saveStateOf({ ...calm, connection: 'offline', kept: false }, false)).toBe('saving');
    expect(saveStateOf({ ...calm, connection: 'connecting', loaded: false }, false)).toBe('loading');
    expect(saveStateOf({ ...calm, connection: 'connecting', saved: false }, false)).toBe('saving');
  });

  it('is told by what is worst', () => {
    expect(saveStateOf(calm, true)).toBe('storage-failed');
    expect(saveStateOf({ ...calm, connection: 'refused', reason: 'revoked' }, true)).toBe('refused');
  });

  it('is told as it is for the window of this machine and for guests', () => {
    expect(saveWords('saved', 0, true, germanStatus)).toBe('Gesichert auf diesem Gerät');
    expect(saveWords('saved', 0, false, germanStatus)).toBe('Auf dem Host gesichert');
    expect(saveWords('offline', 2, false, germanStatus)).toBe(
      'Offline – 2 Änderungen liegen auf diesem Gerät',
    );
    expect(saveWords('offline', 1, true, germanStatus)).toBe(
      'Keine Verbindung – 1 Änderung wartet in diesem Fenster',
    );
  });
});
