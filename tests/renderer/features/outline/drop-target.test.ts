import { describe, expect, it } from 'vitest';
import type { OutlineEntry } from '../../../../renderer/editor/structure/outline.ts';
import { dropPlace, isAllowed, stepTarget } from '../../../../renderer/features/outline/drop-target.ts';
import { outlineLines, type OutlineLine } from '../../../../renderer/features/outline/outline-lines.ts';
import { nodeId } from '../../../../shared/ids/ids.ts';
import { shippedProfile } from '../../../support/standard-profile.ts';

const rows: readonly (readonly [
  id: string,
  type: OutlineEntry['type'],
  parent: string | null,
  kind?: string,
])[] = [
  ['c1', 'chapter', null],
  ['f1', 'actionField', 'c1'],
  ['l1', 'goalGroup', 'f1', 'leitziel'],
  ['x1', 'goal', 'l1', 'leitziel'],
  ['x2', 'goal', 'l1', 'leitziel'],
  ['f2', 'actionField', 'c1'],
  ['l2', 'goalGroup', 'f2', 'leitziel'],
  ['y1', 'goal', 'l2', 'leitziel'],
  ['t2', 'goalGroup', 'f2', 'teilziel'],
  ['c2', 'chapter', null],
];

const depthOf = (id: string | null): number => {
  const row = rows.find(([own]) => own === id);
  return row === undefined ? 0 : 1 + depthOf(row[2]);
};
const lines = outlineLines(
  rows.map(([id, type, parent, kind]) => ({
    ...{ id: nodeId(id), type, number: '', fullNumber: '', label: '', title: id, kind: kind ?? null },
    depth: depthOf(id) - 1,
    parent: parent === null ? null : nodeId(parent),
  })),
);
const byId = new Map(lines.map((line) => [line.id, line]));
const context = { visible: lines, byId, profile: shippedProfile() };

function line(id: string): OutlineLine {
  const found = byId.get(nodeId(id));
  if (found === undefined) throw new Error(`no line ${id}`);
  return found;
}

function over(id: string, half: 'upper' | 'lower', dragged: string) {
  return dropPlace(line(dragged), lines.indexOf(line(id)), half, context)?.target ?? null;
}

describe('where a dragged line lands', () => {
  it('is beside another goal, or first in a group', () => {
    expect(over('x2', 'lower', 'x1')).toEqual({ after: 'x2' });
    expect(over('l2', 'lower', 'x1')).toEqual({ before: 'y1' });
    expect(over('t2', 'lower', 'x1')).toEqual({ into: 't2' });
  });

  it('is at its own depth where that is possible, else as deep as may hold it', () => {
    expect(over('t2', 'lower', 'f1')).toEqual({ after: 'f2' });
    expect(over('c1', 'upper', 'c2')).toEqual({ before: 'c1' });
    expect(over('c2', 'lower', 'f1')).toEqual({ into: 'c2' });
  });

  it('is nowhere where nothing may hold it, or where it stands already', () => {
    expect(over('f1', 'lower', 'c2')).toBeNull();
    expect(over('x1', 'lower', 'x1')).toBeNull();
    expect(over('x1', 'upper', 'x2')).toEqual({ before: 'x1' });
    expect(over('x1', 'lower', 'x2')).toBeNull();
  });

  it('is never within itself', () => {
    expect(isAllowed(line('f1'), { into: nodeId('f1') }, context)).toBe(false);
    expect(isAllowed(line('f1'), { into: nodeId('weg') }, context)).toBe(false);
    expect(isAllowed(line('l1'), { into: nodeId('x1') }, context)).toBe(false);
  });
});

describe('a step with Alt and an arrow', () => {
  it('goes past the neighbour, and at the edge to the next group of the same kind', () => {
    expect(stepTarget(line('x1'), 'down', lines, context)).toEqual({ after: 'x2' });
    expect(stepTarget(line('x2'), 'up', lines, context)).toEqual({ before: 'x1' });
    expect(stepTarget(line('x2'), 'down', lines, context)).toEqual({ before: 'y1' });
    expect(stepTarget(line('y1'), 'up', lines, context)).toEqual({ into: 'l1' });
    expect(stepTarget(line('f2'), 'down', lines, context)).toEqual({ into: 'c2' });
  });

  it('ends at the ends of the text', () => {
    expect(stepTarget(line('c1'), 'up', lines, context)).toBeNull();
    expect(stepTarget(line('y1'), 'down', lines, context)).toBeNull();
  });
});
