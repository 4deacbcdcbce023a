import type { Node, Schema } from '@tiptap/pm/model';
import { TextSelection, type EditorState, type Selection, type Transaction } from '@tiptap/pm/state';
import { absolutePositionToRelativePosition, relativePositionToAbsolutePosition } from '@tiptap/y-tiptap';
import {
  createAbsolutePositionFromRelativePosition,
  type AbstractType,
  type Doc,
  type RelativePosition,
  type Transaction as RoomTransaction,
  type XmlFragment,
  type YEvent,
} from 'yjs';
import type { NodeId } from '../../../shared/ids/ids.ts';
import { createRepair } from '../../../shared/schema/repair-document.ts';
import { placeOf } from '../commands/places.ts';
import { applyDifference } from './apply-difference.ts';
import { joinOwnTexts } from './join-own-texts.ts';
import { dropDoubledTails } from './drop-doubled-tails.ts';
import { createLateWords } from './late-words.ts';
import { createOwnLosses } from './own-losses.ts';
import { createOwnWords } from './own-words.ts';
import { readFragment, UnknownContent, type Shown } from './read-fragment.ts';
import { createRemovals } from './removals.ts';
import { markFromRoom } from './room-transaction.ts';
import { align, forgetDeleted } from './shown-parts.ts';
import { writeFragment } from './write-fragment.ts';

/** A place in the room's own terms, which others can find again after edits. */
export interface RelativeSelection {
  readonly anchor: RelativePosition;
  readonly head: RelativePosition;
}

/** The part of an editor's view that the binding needs. */
export interface BoundView {
  readonly state: EditorState;
  dispatch(transaction: Transaction): void;
}

/** Keeps an editor's document and a room's fragment the same; see `createRoomBinding`. */
export interface RoomBinding {
  /** Origin of the transactions in which the editor's own edits are written; what undo takes back. */
  readonly origin: object;
  /** The document to begin with: what the room holds, repaired; an empty one where that cannot be shown. */
  open(schema: Schema): Node;
  /** Begins to bring changes of the room to the view. */
  connect(view: BoundView): void;
  /** Writes to the room what changed between two states of the editor, unless it came from there. */
  write(before: EditorState, after: EditorState): void;
  /** A selection of the editor in the room's terms; `null` where the two differ at that place. */
  relative(selection: Selection): RelativeSelection | null;
  /** The way back; `null` where the place is gone. */
  absolute(selection: RelativeSelection): { readonly anchor: number; readonly head: number } | null;
  /** Whether the room holds content that this version cannot show; nothing may be written then. */
  readonly isUnreadable: boolean;
  /** Whether a change of the room is just being brought to the view, so that it need not be written back. */
  readonly isReceiving: boolean;
  /** Writes a pending repair, where there is one and this editor is the one to do so. */
  settle(): void;
  close(): void;
}

interface BindingOptions {
  readonly doc: Doc;
  readonly fragment: XmlFragment;
  /** Whether it falls to this editor to write a repair that all writers see; see `elect`. */
  readonly isElected: () => boolean;
  /** Called when content appears that this version cannot show, and when it is gone again. */
  readonly onUnreadable?: (unreadable: boolean) => void;
  /** Called when something is back that one person deleted while another was writing in it; says which of them is here. */
  readonly onCameBack?: (mine: 'deleted' | 'written') => void;
}

/**
 * Binds an editor to a fragment. The binding of `@tiptap/y-tiptap` serves for letters and for relative positions; what
 * it does to structure is done here: nodes are known again by their ids, reading never deletes, parts that did not
 * change stay the very same nodes, and what a merge of concurrent edits left invalid is shown repaired. The repair is written by one of
 * those who may write, or, where somebody edits first, before that edit; done twice it comes to the same.
 */
export function createRoomBinding(options: BindingOptions): RoomBinding {
  const { doc, fragment, isElected, onUnreadable, onCameBack } = options;
  const origin = { editor: doc.clientID };
  const repairOrigin = { repair: doc.clientID };
  const repair = createRepair();
  const ownWords = createOwnWords();
  const doubledOrigin = { doubled: doc.clientID };
  const putBackOrigin = { putBack: doc.clientID };
  const removals = createRemovals(doc);
  const ownLosses = createOwnLosses(doc);
  const lateWords = createLateWords(doc, removals, putBackOrigin);
  const shown: Shown = new Map();
  let view: BoundView | undefined;
  let pending: Node | undefined;
  let unreadable = false;
  let receiving = false;
  let relativeBefore: RelativeSelection | null = null;

  const read = (schema: Schema): Node => {
    const raw = readFragment(fragment, schema, shown);
    const whole = repair(raw);
    pending = whole === raw ? undefined : whole;
    return whole;
  };

  /** Writes what was read and repaired, not what the view made of it: of equal copies all must drop the same one. */
  const writeRepair = (target: Node): void => {
    pending = undefined;
    doc.transact(() => writeFragment(doc, fragment, target, shown), repairOrigin);
  };

  const relative = (selection: Selection): RelativeSelection | null => {
    if (pending) return null;
    const at = (position: number): RelativePosition =>
      absolutePositionToRelativePosition(position, fragment, shown) as RelativePosition;
    try {
      return { anchor: at(selection.anchor), head: at(selection.head) };
    } catch {
      // The binding's own arithmetic fails at places that only the repaired document has.
      return null;
    }
  };

  const absolute = ({ anchor, head }: RelativeSelection): { anchor: number; head: number } | null => {
    const at = (position: RelativePosition): number | null => {
      const type = createAbsolutePositionFromRelativePosition(position, doc)?.type;
      if (!type || type._item?.deleted === true) return null;
      return relativePositionToAbsolutePosition(doc, fragment, position, shown);
    };
    try {
      const [from, to] = [at(anchor), at(head)];
      return from === null || to === null ? null : { anchor: from, head: to };
    } catch {
      // Somebody else's editor may tell of a place that never was; Yjs throws at those.
      return null;
    }
  };

  const rememberSelection = (): void => {
    relativeBefore = view && !unreadable ? relative(view.state.selection) : null;
  };

  const receive = (events: readonly YEvent<XmlFragment>[], transaction: RoomTransaction): void => {
    const gone = forgetDeleted(transaction, shown);
    if (!view || transaction.origin === origin || transaction.origin === repairOrigin) return;
    for (const type of transaction.changed.keys()) shown.delete(type as AbstractType<unknown>);
    for (const type of transaction.changedParentTypes.keys()) shown.delete(type as AbstractType<unknown>);
    if (joinOwnTexts(events, doc, origin)) return;
    let target: Node;
    try {
      target = read(view.state.schema);
    } catch (error) {
      if (!(error instanceof UnknownContent)) throw error;
      setUnreadable(true);
      return;
    }
    const tr = applyDifference(view.state.tr, target);
    if (tr.docChanged) {
      if (!pending) align(fragment, tr.doc, shown);
      restoreSelection(tr, view.state.selection);
      receiving = true;
      try {
        view.dispatch(markFromRoom(tr).setMeta('addToHistory', false));
      } finally {
        receiving = false;
      }
    }
    setUnreadable(false);
    if (pending && isElected()) writeRepair(pending);
    const restored = view.state.tr;
    if (!pending && ownWords.restore(restored, gone)) view.dispatch(restored);
  };

  /**
   * The caret stays behind the letter it stood behind: what others write at that very place comes after it, so that
   * two who type there write two words, not one of mingled letters. Where a change of the room swept the caret away,
   * it goes to the same letters again.
   */
  const restoreSelection = (tr: Transaction, selection: Selection): void => {
    const isSwept = [selection.anchor, selection.head].some((at) => tr.mapping.mapResult(at).deletedAcross);
    if (!isSwept && !(selection instanceof TextSelection && selection.empty)) return;
    const known = relativeBefore && !(pending && !isSwept) ? absolute(relativeBefore) : null;
    const place = isSwept
      ? (known ?? sameLetters(tr.before, tr.doc, selection))
      : besideOwn(tr, selection, known);
    if (!place) return;
    const [anchor, head] = [place.anchor, place.head].map((at) => Math.min(at, tr.doc.content.size));
    tr.setSelection(TextSelection.between(tr.doc.resolve(anchor ?? 0), tr.doc.resolve(head ?? 0)));
  };

  const setUnreadable = (value: boolean): void => {
    if (unreadable === value) return;
    unreadable = value;
    onUnreadable?.(value);
  };

  const afterTransaction = (transaction: RoomTransaction): void => {
    if (transaction.local) {
      if (transaction.origin !== putBackOrigin) removals.note(transaction);
      return;
    }
    const isBack = ownLosses.receive(transaction);
    if (!view || unreadable) return;
    if (isBack) onCameBack?.('written');
    if (isElected())
      dropDoubledTails(transaction, removals.carried, (work) => doc.transact(work, doubledOrigin));
    if (lateWords.receive(transaction, view.state.schema)) onCameBack?.('deleted');
  };

  const onDeepChange = (events: readonly YEvent<XmlFragment>[], transaction: RoomTransaction): void =>
    receive(events, transaction);

  return {
    origin,
    open(schema) {
      try {
        return read(schema);
      } catch (error) {
        if (!(error instanceof UnknownContent)) throw error;
        setUnreadable(true);
        return schema.topNodeType.create();
      }
    },
    relative,
    absolute,
    get isUnreadable() {
      return unreadable;
    },
    get isReceiving() {
      return receiving;
    },
    connect(bound) {
      view = bound;
      doc.on('beforeAllTransactions', rememberSelection);
      doc.on('afterTransaction', afterTransaction);
      fragment.observeDeep(onDeepChange as Parameters<XmlFragment['observeDeep']>[0]);
    },
    write(before, after) {
      if (before.doc === after.doc || unreadable) return;
      if (pending) writeRepair(pending);
      ownWords.note(before.doc, after.doc);
      doc.transact(() => writeFragment(doc, fragment, after.doc, shown, after.selection.$head), origin);
    },
    settle() {
      if (view && pending && isElected()) writeRepair(pending);
    },
    close() {
      view = undefined;
      doc.off('beforeAllTransactions', rememberSelection);
      doc.off('afterTransaction', afterTransaction);
      fragment.unobserveDeep(onDeepChange as Parameters<XmlFragment['unobserveDeep']>[0]);
    },
  };
}

/** The caret behind the letter it stood behind: as the room knows it, if that is in the same block, else as mapped. */
function besideOwn(
  tr: Transaction,
  selection: Selection,
  known: { anchor: number; head: number } | null,
): { anchor: number; head: number } {
  const mapped = tr.mapping.map(selection.head, -1);
  const isSameBlock =
    known !== null &&
    known.head <= tr.doc.content.size &&
    tr.doc.resolve(known.head).sameParent(tr.doc.resolve(mapped));
  return isSameBlock ? known : { anchor: mapped, head: mapped };
}

/** The same offsets in the blocks of the same ids: where a block was moved, the room has it as a new one. */
function sameLetters(
  before: Node,
  after: Node,
  selection: Selection,
): { anchor: number; head: number } | null {
  const find = (position: number): number | undefined => {
    const $position = before.resolve(position);
    for (let depth = $position.depth; depth > 0; depth -= 1) {
      const id = $position.node(depth).attrs['id'] as NodeId | null | undefined;
      const place = id && placeOf(after, id);
      if (place) return Math.min(place.from + position - $position.before(depth), place.to - 1);
    }
    return undefined;
  };
  const [anchor, head] = [find(selection.anchor), find(selection.head)];
  return anchor === undefined || head === undefined ? null : { anchor, head };
}
