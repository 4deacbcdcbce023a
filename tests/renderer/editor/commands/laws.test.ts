import type { Node } from '@tiptap/pm/model';
import { type Command, EditorState, TextSelection } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addParagraph,
  breakLine,
  enterInHeading,
  enterInItem,
  enterInSignature,
} from '../../../../renderer/editor/commands/enter.ts';
import { changeKind, deleteItem } from '../../../../renderer/editor/commands/goals.ts';
import { liftItem, sinkItem } from '../../../../renderer/editor/commands/indent.ts';
import {
  insertFootnote,
  insertGoal,
  insertGroup,
  insertGroupHeading,
  insertPart,
  insertReference,
  insertSubpoint,
  toggleList,
} from '../../../../renderer/editor/commands/insert.ts';
import { joinAfter, joinBefore, joinWithNext } from '../../../../renderer/editor/commands/join.ts';
import { moveBy } from '../../../../renderer/editor/commands/move.ts';
import { nodeId } from '../../../../shared/ids/ids.ts';
import { checkProfile } from '../../../../shared/schema/check-profile.ts';
import { documentOf } from '../../../../shared/schema/parse-document.ts';
import { caretTo, editorSchema } from '../../../support/editor/headless-editor.ts';
import { openSample } from '../../../support/editor/open-sample.ts';
import { sampleDocument } from '../../../support/sample-document.ts';
import { sampleProfile } from '../../../support/sample-profile.ts';

const profile = sampleProfile;
const seed = 20081214;

/** Every command, by name, for the laws below. */
const all: Readonly<Record<string, Command>> = {
  enterInItem,
  enterInHeading,
  enterInSignature,
  addParagraph,
  breakLine,
  sinkItem: sinkItem(profile),
  liftItem: liftItem(profile),
  joinBefore: joinBefore(profile),
  joinAfter: joinAfter(profile),
  joinWithNext,
  moveUp: moveBy(-1),
  moveDown: moveBy(1),
  changeToLeitziel: changeKind('leitziel', profile),
  changeToTeilziel: changeKind('teilziel', profile),
  insertChapter: insertPart('chapter'),
  insertSection: insertPart('section'),
  insertField: insertPart('actionField'),
  insertLeitziele: insertGroup('leitziel', profile),
  insertHandlungsziele: insertGroup('handlungsziel', profile),
  insertGoal: insertGoal(profile),
  insertSubpoint,
  insertGroupHeading,
  insertFootnote,
  insertReference: insertReference(nodeId('feld-arbeit'), 'number'),
  bulletList: toggleList('bulletList'),
  orderedList: toggleList('orderedList'),
};

function letters(doc: Node): string {
  return Array.from(doc.textContent.replaceAll(/\s/g, '')).sort().join('');
}

describe('laws of all commands', () => {
  const step = fc.tuple(fc.constantFrom(...Object.keys(all)), fc.nat(100_000), fc.nat(3));

  it(
    'KEY11: any row of commands leaves the document valid, fit for its profile, with unique ids and every letter',
    { timeout: 120_000 },
    () => {
      fc.assert(
        fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) => {
          const editor = openSample();
          const before = letters(editor.state.doc);
          for (const [name, at, edge] of steps) {
            const places: number[] = [];
            editor.state.doc.descendants((child, from) => {
              if (!child.isTextblock) return true;
              const inside = from + 1;
              places.push(
                [inside, inside + child.content.size, inside + Math.floor(child.content.size / 2)][
                  edge % 3
                ] ?? inside,
              );
              return false;
            });
            const place = places[at % places.length] ?? 1;
            const $place = editor.state.doc.resolve(place);
            const selection = TextSelection.near(
              $place.parent.isTextblock ? $place : editor.state.doc.resolve($place.before()),
            );
            editor.dispatch(editor.state.tr.setSelection(selection));
            const command = all[name];
            if (!command) throw new Error(name);
            const could = command(editor.state);
            expect(editor.run(command), name).toBe(could);
            documentOf(editor.state.doc);
            expect(letters(editor.state.doc), name).toBe(before);
            expect(checkProfile(documentOf(editor.state.doc), profile), name).toMatchObject({ ok: true });
            expect(editor.state.selection.$from.parent.isTextblock || name === 'insertFootnote', name).toBe(
              true,
            );
          }
        }),
        { seed, numRuns: 60 },
      );
    },
  );

  it('KEY11: undo brings back what was there, step by step', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
        const editor = openSample();
        const history: unknown[] = [documentOf(editor.state.doc)];
        for (const [name, at] of steps) {
          const command = all[name];
          const $place = editor.state.doc.resolve(1 + (at % (editor.state.doc.content.size - 1)));
          editor.dispatch(editor.state.tr.setSelection(TextSelection.near($place)));
          const { doc } = editor.state;
          command?.(editor.state, (tr) => editor.dispatch(tr));
          if (editor.state.doc !== doc) history.push(documentOf(editor.state.doc));
        }
        history.pop();
        for (const earlier of history.toReversed()) {
          expect(editor.undo.undo()).toBe(true);
          expect(documentOf(editor.state.doc)).toEqual(earlier);
        }
        expect(editor.undo.undo()).toBe(false);
      }),
      { seed, numRuns: 60 },
    );
  });

  it('KEY12: deleting a goal takes it out as a whole, and undo brings it back with its id', () => {
    const editor = openSample();
    caretTo(editor, 'Schulen und Betriebe');
    editor.run(deleteItem);
    expect(editor.state.doc.textContent).not.toContain('Praktika');
    editor.undo.undo();
    expect(documentOf(editor.state.doc)).toEqual(sampleDocument());
  });

  it('KEY11: a command that was only asked whether it applies changes nothing', () => {
    const state = EditorState.create({ doc: editorSchema.nodeFromJSON(sampleDocument()) });
    for (const command of Object.values(all)) command(state);
    expect(documentOf(state.doc)).toEqual(sampleDocument());
  });
});
