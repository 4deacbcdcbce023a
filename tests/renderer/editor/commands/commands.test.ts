import type { Node } from '@tiptap/pm/model';
import { EditorState, TextSelection, type Command } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Doc } from 'yjs';
import { deleteAcross } from '../../../../renderer/editor/commands/delete-across.ts';
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
import { moveBy, moveNode } from '../../../../renderer/editor/commands/move.ts';
import { createCountingIds, nodeId } from '../../../../shared/ids/ids.ts';
import { writeDocument } from '../../../../shared/rooms/text-room.ts';
import { checkProfile } from '../../../../shared/schema/check-profile.ts';
import type { LeitbildDocument } from '../../../../shared/schema/document.ts';
import { documentOf } from '../../../../shared/schema/parse-document.ts';
import {
  caretTo,
  editorSchema,
  openHeadless,
  positionOf,
  selectWords,
  typeText,
  type HeadlessEditor,
} from '../../../support/editor/headless-editor.ts';
import { sampleDocument } from '../../../support/sample-document.ts';
import { sampleProfile } from '../../../support/sample-profile.ts';

const profile = sampleProfile;
const seed = 20081214;

function open(document: LeitbildDocument = sampleDocument()): HeadlessEditor {
  const doc = new Doc();
  writeDocument(doc, document);
  return openHeadless(doc, createCountingIds('new'));
}

/** The goals and subpoints of a document as indented lines: type, id and words. */
function outline(doc: Node, within: string): string {
  const lines: string[] = [];
  const show = (node: Node, depth: number): void => {
    const words = node.children
      .filter((child) => child.isTextblock)
      .map((child) => child.textContent)
      .join(' ¶ ');
    lines.push(`${'  '.repeat(depth)}${node.type.name} ${words.slice(0, 40)}`.trimEnd());
    node.forEach((child) => {
      if (['goalGroup', 'goal', 'subpoint'].includes(child.type.name)) show(child, depth + 1);
    });
  };
  doc.descendants((node) => {
    if (node.attrs['id'] !== within) return true;
    show(node, 0);
    return false;
  });
  return lines.join('\n');
}

function node(doc: Node, id: string): Node {
  let found: Node | undefined;
  doc.descendants((child) => {
    if (child.attrs['id'] === id) found ??= child;
  });
  if (!found) throw new Error(`no ${id}`);
  return found;
}

describe('Enter', () => {
  it('KEY1: in a goal it makes the next goal of what stands after the caret, without the space between, which knows its origin', () => {
    const editor = open();
    caretTo(editor, ' Wer warten muss');
    editor.run(enterInItem);
    const group = editor.state.doc.resolve(editor.state.selection.from).node(-2);
    expect(group.childCount).toBe(3);
    expect(group.child(1).attrs['id']).toBe('z-t3');
    expect(group.child(2).attrs['origins']).toEqual(['z-t3']);
    expect(editor.state.selection.$from.parentOffset).toBe(0);
    expect(editor.state.selection.$from.parent.textContent).toBe('Wer warten muss, erfährt den Grund.');
    expect(group.child(1).textContent).toMatch(/geprüft\.$/);
    editor.undo.undo();
    expect(node(editor.state.doc, 'z-t3').textContent).toContain('geprüft. Wer warten muss,');
  });

  it('KEY1: at the beginning of a goal an empty one comes before, and the goal keeps its id and the caret', () => {
    const editor = open();
    caretTo(editor, 'Abschlüsse aus anderen');
    editor.run(enterInItem);
    expect(node(editor.state.doc, 'z-t3').textContent).toContain('Abschlüsse');
    expect(editor.state.selection.$from.node(-1).attrs['id']).toBe('z-t3');
    const index = editor.state.selection.$from.index(-2);
    expect(editor.state.selection.$from.node(-2).child(index - 1).textContent).toBe('');
  });

  it('KEY1: at the end of a goal with subpoints a first subpoint follows', () => {
    const editor = open();
    caretTo(editor, 'vereinbaren gemeinsam,', 'after');
    editor.run(enterInItem);
    typeText(editor, 'neu');
    expect(outline(editor.state.doc, 'z-t2').split('\n').slice(0, 3)).toEqual([
      'goal Schulen und Betriebe vereinbaren gemeins',
      '  subpoint neu',
      '  subpoint dass jede Klasse im Jahr zwei Betriebe b',
    ]);
  });

  it('KEY1: in a subpoint the next subpoint; in an empty last one the next goal', () => {
    const editor = open();
    caretTo(editor, 'ohne Beratung die Schule verlässt.', 'after');
    editor.run(enterInItem);
    expect(editor.state.selection.$from.node(-1).type.name).toBe('subpoint');
    editor.run(enterInItem);
    typeText(editor, 'Neues Ziel');
    expect(editor.state.selection.$from.node(-1).type.name).toBe('goal');
    const group = editor.state.selection.$from.node(-2);
    expect(group.children.map((child) => child.type.name)).toEqual(['heading', 'goal', 'goal', 'goal']);
  });

  it('KEY1: in an empty last goal it leads out of the group, to a paragraph', () => {
    const editor = open();
    caretTo(editor, 'erfährt den Grund.', 'after');
    editor.run(enterInItem);
    editor.run(enterInItem);
    typeText(editor, 'Danach');
    const { $from } = editor.state.selection;
    expect($from.node(-1).type.name).toBe('actionField');
    expect($from.parent.textContent).toBe('Danach');
    expect(node(editor.state.doc, 'z-t3').textContent).toContain('Abschlüsse');
  });

  it('KEY1: in an empty last goal under a goal it leads to the next goal above', () => {
    const editor = open();
    caretTo(editor, 'Neubauten erhalten im Erdgeschoss einen Gemeinschaftsraum.', 'after');
    editor.run(enterInItem);
    editor.run(enterInItem);
    typeText(editor, 'Weiter oben');
    expect(editor.state.selection.$from.node(-2).attrs['kind']).toBe('leitziel');
  });

  it('KEY2: after a heading comes an empty paragraph or goal, in its middle the rest goes on as text', () => {
    const editor = open();
    caretTo(editor, ' und Ausbildung');
    editor.run(enterInHeading);
    expect(editor.state.selection.$from.parent.type.name).toBe('paragraph');
    expect(editor.state.selection.$from.parent.textContent).toBe(' und Ausbildung');
    caretTo(editor, 'Anerkennung', 'after');
    editor.run(enterInHeading);
    expect(editor.state.selection.$from.node(-1).type.name).toBe('goal');
  });

  it('KEY2: under a signature it makes a further office', () => {
    const editor = open();
    caretTo(editor, 'Henrike Solbach', 'after');
    editor.run(enterInSignature);
    expect(editor.state.selection.$from.parent.type.name).toBe('signatureOffice');
  });

  it('KEY3: with Ctrl a further paragraph in the same goal, with Shift a line break', () => {
    const editor = open();
    caretTo(editor, ' Wer warten muss');
    editor.run(addParagraph);
    expect(node(editor.state.doc, 'z-t3').childCount).toBe(2);
    editor.run(breakLine);
    expect(node(editor.state.doc, 'z-t3').child(1).firstChild?.type.name).toBe('hardBreak');
  });
});

describe('Tab', () => {
  it('KEY4: a goal goes under the one before as a subpoint, and back as the same goal', () => {
    const editor = open();
    caretTo(editor, 'Schulen und Betriebe');
    expect(editor.run(sinkItem({ ...profile, goalKinds: profile.goalKinds.slice(0, 2) }))).toBe(true);
    expect(outline(editor.state.doc, 'z-t1')).toBe(
      [
        'goal Jeder Betrieb, der ausbilden will, finde',
        '  subpoint Schulen und Betriebe vereinbaren gemeins',
        '    subpoint dass jede Klasse im Jahr zwei Betriebe b',
        '    subpoint dass Praktika',
        '      subpoint ausgeschrieben und',
        '      subpoint am Ende gemeinsam ausgewertet werden,',
        '    subpoint dass niemand ohne Beratung die Schule ve',
      ].join('\n'),
    );
    expect(editor.state.selection.$from.parent.textContent).toContain('Schulen und Betriebe');
    expect(editor.state.selection.$from.parentOffset).toBe(0);
    expect(editor.run(liftItem(profile))).toBe(true);
    expect(node(editor.state.doc, 'z-t2').type.name).toBe('goal');
    expect(editor.state.doc.toJSON()).toEqual(editorSchema.nodeFromJSON(sampleDocument()).toJSON());
    expect(editor.state.selection.$from.parentOffset).toBe(0);
  });

  it('KEY4: where the profile has a kind below, the goal becomes one of that kind', () => {
    const editor = open();
    caretTo(editor, 'Wer eine Wohnung sucht');
    editor.run(sinkItem(profile));
    const { $from } = editor.state.selection;
    expect($from.node(-1).attrs['id']).toBe('z-l3');
    expect($from.node(-2).attrs['kind']).toBe('handlungsziel');
    expect($from.parentOffset).toBe(0);
    editor.run(liftItem(profile));
    expect(editor.state.selection.$from.node(-2).attrs['kind']).toBe('leitziel');
    expect(documentOf(editor.state.doc)).toEqual(sampleDocument());
  });

  it('KEY4: a subpoint takes along those that followed it, so that the order stays', () => {
    const editor = open();
    caretTo(editor, 'dass Praktika');
    const before = editor.state.doc.textContent;
    editor.run(liftItem(profile));
    expect(editor.state.doc.textContent).toBe(before);
    expect(editor.state.selection.$from.node(-1).type.name).toBe('goal');
    expect(editor.state.selection.$from.node(-1).childCount).toBe(4);
  });
});

describe('Backspace and Delete', () => {
  it('KEY5: at the beginning of a goal it joins with the goal before, which records both', () => {
    const editor = open();
    caretTo(editor, ' Wer warten muss');
    editor.run(enterInItem);
    editor.run(joinBefore(profile));
    expect(documentOf(editor.state.doc)).toEqual(sampleDocument());
    caretTo(editor, 'Schulen und Betriebe');
    editor.run(joinBefore(profile));
    expect(node(editor.state.doc, 'z-t1').attrs['origins']).toEqual(['z-t2']);
    expect(node(editor.state.doc, 'z-t1').textContent).toContain(
      'begleitet.Gemeint sind Betriebe jeder Größe.Schulen',
    );
  });

  it('KEY5: after a goal with subpoints the goal first becomes one of them', () => {
    const editor = open();
    caretTo(editor, 'ohne Beratung die Schule verlässt.', 'after');
    editor.run(enterInItem);
    editor.run(enterInItem);
    typeText(editor, 'Neu');
    caretTo(editor, 'Neu');
    editor.run(joinBefore({ ...profile, goalKinds: profile.goalKinds.slice(0, 2) }));
    expect(editor.state.selection.$from.node(-1).type.name).toBe('subpoint');
    editor.run(joinBefore(profile));
    expect(editor.state.doc.textContent).toContain('die Schule verlässt. Neu');
  });

  it('KEY5: an empty goal goes; the first goal of a group stays where it is', () => {
    const editor = open();
    caretTo(editor, 'Abschlüsse aus anderen');
    editor.run(enterInItem);
    editor.dispatch(
      editor.state.tr.setSelection(
        TextSelection.near(editor.state.doc.resolve(positionOf(editor.state.doc, 'Abschlüsse') - 4), -1),
      ),
    );
    expect(editor.state.selection.$from.parent.textContent).toBe('');
    editor.run(joinBefore(profile));
    expect(documentOf(editor.state.doc)).toEqual(sampleDocument());
    caretTo(editor, 'Abschlüsse aus anderen');
    editor.run(joinBefore(profile));
    expect(documentOf(editor.state.doc)).toEqual(sampleDocument());
    expect(editor.state.selection.$from.parent.textContent).toBe('Anerkennung');
  });

  it('KEY5: a first subpoint goes back into the text of its goal, with a space between', () => {
    const editor = open();
    caretTo(editor, 'dass jede Klasse');
    editor.run(joinBefore(profile));
    expect(editor.state.selection.$from.parent.textContent).toBe(
      'Schulen und Betriebe vereinbaren gemeinsam, dass jede Klasse im Jahr zwei Betriebe besucht,',
    );
    expect(node(editor.state.doc, 'z-t2').childCount).toBe(3);
  });

  it('KEY5: a heading is never joined with what stands before it', () => {
    const editor = open();
    caretTo(editor, 'Wohnen und Nachbarschaft');
    editor.run(joinBefore(profile));
    expect(documentOf(editor.state.doc)).toEqual(sampleDocument());
  });

  it('KEY5: Delete at the end of a goal does the same to the next one, and the caret stays', () => {
    const editor = open();
    caretTo(editor, 'findet in der Stadtverwaltung');
    const { $from } = editor.state.selection;
    const end = $from.end();
    editor.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, end)));
    editor.run(joinAfter(profile));
    expect(editor.state.selection.from).toBe(end);
    expect(node(editor.state.doc, 'z-t1').attrs['origins']).toEqual(['z-t2']);
  });

  it('KEY6: a selection from heading to goal keeps both apart; within goals their rests are joined', () => {
    const editor = open();
    selectWords(editor, 'und Ausbildung', 'Alle Menschen in ');
    editor.run(deleteAcross);
    expect(editor.state.doc.textContent).toContain('Arbeit Auenbrück finden');
    expect(node(editor.state.doc, 'feld-arbeit').firstChild?.textContent).toBe('Arbeit ');
    const other = open();
    selectWords(other, 'findet in der', 'Schulen und ');
    other.run(deleteAcross);
    expect(other.state.doc.textContent).toContain('der ausbilden will, Betriebe vereinbaren');
    expect(() => documentOf(other.state.doc)).not.toThrow();
  });
});

describe('moving', () => {
  it('KEY7: Alt with an arrow moves a goal, beyond its group to the next of its kind, with its id', () => {
    const editor = open();
    caretTo(editor, 'Schulen und Betriebe');
    editor.run(moveBy(1));
    expect(editor.state.selection.$from.node(-2).firstChild?.textContent).toBe('Anerkennung');
    expect(editor.state.selection.$from.node(-1).attrs['id']).toBe('z-t2');
    editor.run(moveBy(-1));
    expect(documentOf(editor.state.doc)).toEqual(sampleDocument());
  });

  it('KEY7: in a heading it moves the field or chapter, never above the heading of what holds it', () => {
    const editor = open();
    caretTo(editor, 'Wohnen und Nachbarschaft');
    editor.run(moveBy(-1));
    const chapter = node(editor.state.doc, 'felder');
    expect(chapter.children.map((child) => String(child.attrs['id'] ?? child.type.name)).slice(0, 3)).toEqual(
      ['heading', 'a31', 'feld-wohnen'].map((name) =>
        name === 'a31' ? String(chapter.child(1).attrs['id']) : name,
      ),
    );
    editor.run(moveBy(-1));
    editor.run(moveBy(-1));
    expect(node(editor.state.doc, 'felder').firstChild?.type.name).toBe('heading');
  });

  it('KEY8: moveNode brings a goal to another field, into a group of its kind, and keeps id and content', () => {
    const editor = open();
    const before = node(editor.state.doc, 'z-t2');
    expect(editor.run(moveNode(nodeId('z-t2'), { into: nodeId('feld-gruen') }, profile))).toBe(true);
    expect(node(editor.state.doc, 'feld-gruen').textContent).toContain('Schulen und Betriebe');
    expect(node(editor.state.doc, 'z-t2').toJSON()).toEqual(before.toJSON());
    expect(editor.run(moveNode(nodeId('z-l1'), { into: nodeId('feld-gruen') }, profile))).toBe(true);
    expect(checkProfile(documentOf(editor.state.doc), profile)).toMatchObject({ ok: true });
  });

  it('KEY8: it refuses what the schema, the profile or common sense forbids', () => {
    const editor = open();
    const tries = [
      moveNode(nodeId('felder'), { into: nodeId('feld-gruen') }, profile),
      moveNode(nodeId('feld-wohnen'), { into: nodeId('feld-gruen') }, profile),
      moveNode(nodeId('z-t1'), { before: nodeId('haltung') }, profile),
      moveNode(nodeId('weg'), { before: nodeId('haltung') }, profile),
      moveNode(nodeId('z-t1'), { after: nodeId('z-t1') }, profile),
    ];
    for (const command of tries) expect(editor.run(command)).toBe(false);
    expect(documentOf(editor.state.doc)).toEqual(sampleDocument());
  });

  it('KEY9: changing the kind moves the goal to a group of that kind, with its id', () => {
    const editor = open();
    caretTo(editor, 'Jeder Betrieb');
    expect(editor.run(changeKind('leitziel', profile))).toBe(true);
    expect(editor.state.selection.$from.node(-1).attrs['id']).toBe('z-t1');
    expect(editor.state.selection.$from.node(-2).attrs['kind']).toBe('leitziel');
    expect(checkProfile(documentOf(editor.state.doc), profile)).toMatchObject({ ok: true });
  });

  it('KEY9: joining with the next goal keeps all of both', () => {
    const editor = open();
    caretTo(editor, 'Schulen und Betriebe');
    expect(editor.run(joinWithNext)).toBe(false);
    caretTo(editor, 'Jeder Betrieb');
    expect(editor.run(joinWithNext)).toBe(true);
    expect(node(editor.state.doc, 'z-t1').childCount).toBe(5);
    expect(node(editor.state.doc, 'z-t1').attrs['origins']).toEqual(['z-t2']);
  });
});

describe('new things', () => {
  it('KEY10: chapter, section, field, group, goal, subpoint, heading, list, footnote and reference', () => {
    const commands: readonly [string, Command, string][] = [
      ['Abgrenzung', insertPart('chapter'), 'chapter'],
      ['Abgrenzung', insertPart('section'), 'section'],
      ['Alle Menschen', insertPart('actionField'), 'actionField'],
      ['Grün vor der Tür', insertGroup('leitziel', profile), 'goal'],
      ['Jedes Quartier', insertGroup('handlungsziel', profile), 'goal'],
      ['Jeder Betrieb', insertGoal(profile), 'goal'],
      ['Jeder Betrieb', insertSubpoint, 'subpoint'],
      ['Alle Menschen', insertGroupHeading, 'goalGroup'],
    ];
    for (const [words, command, holder] of commands) {
      const editor = open();
      caretTo(editor, words);
      expect(editor.run(command), holder).toBe(true);
      expect(editor.state.selection.$from.node(-1).type.name).toBe(holder);
      expect(editor.state.selection.$from.parent.content.size).toBe(0);
      const written = documentOf(editor.state.doc);
      expect(checkProfile(written, profile), holder).toMatchObject({ ok: true });
      editor.undo.undo();
      expect(documentOf(editor.state.doc)).toEqual(sampleDocument());
    }
  });

  it('KEY10: a footnote and a reference stand at the caret; a list takes the paragraph', () => {
    const editor = open();
    caretTo(editor, ' vereinbaren gemeinsam');
    editor.run(insertFootnote);
    caretTo(editor, ' vereinbaren gemeinsam');
    editor.run(insertReference(nodeId('feld-wohnen'), 'label'));
    const types = node(editor.state.doc, 'z-t2').firstChild?.children.map((child) => child.type.name);
    expect(types).toEqual(['text', 'footnote', 'reference', 'text']);
    caretTo(editor, 'Dieses Leitbild ersetzt');
    editor.run(toggleList('bulletList'));
    expect(editor.state.selection.$from.node(-2).type.name).toBe('bulletList');
    editor.run(toggleList('orderedList'));
    expect(editor.state.selection.$from.node(-2).type.name).toBe('orderedList');
    editor.run(toggleList('orderedList'));
    expect(editor.state.selection.$from.node(-1).type.name).toBe('section');
    expect(() => documentOf(editor.state.doc)).not.toThrow();
  });
});

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
          const editor = open();
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
        const editor = open();
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
    const editor = open();
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
