import { expect, test } from 'vitest';
import { appCommandIds, appCommands, isAppCommandId } from '../../../shared/app/app-commands.ts';

test('no two commands share their keys, and each id begins with its menu', () => {
  const keys = appCommandIds.flatMap((id) => appCommands[id].keys ?? []);
  expect(new Set(keys).size).toBe(keys.length);
  for (const id of appCommandIds) expect(id.split('.')[0]).toBe(appCommands[id].menu);
});

test('groups of a menu come in their order', () => {
  for (const menu of ['file', 'edit', 'view', 'participation', 'help']) {
    const groups = appCommandIds
      .filter((id) => appCommands[id].menu === menu)
      .map((id) => appCommands[id].group);
    expect(groups).toEqual([...groups].sort((left, right) => left - right));
  }
});

test('knows its ids, and nothing that every object has', () => {
  expect(isAppCommandId('file.new')).toBe(true);
  expect(isAppCommandId('toString')).toBe(false);
});
