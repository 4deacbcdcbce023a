import type { NodeId } from '../../../shared/ids/ids.ts';
import type { MoveTarget } from '../../editor/index.ts';
import type { OutlineLine } from './outline-lines.ts';

/** One thing that can be done with a line of the outline, as its menu shows it. */
export interface OutlineAction {
  readonly id: string;
  readonly label: string;
  /** Lines stand between groups. */
  readonly group: number;
  readonly keys?: string;
  readonly isDanger?: boolean;
  readonly run: () => void;
}

/** What the outline can do with the text; where nothing may be written, only `goTo` and `menuOf` matter. */
export interface OutlineActions {
  /** Shows a node in the text, and puts the caret there where `focus` is asked for. */
  goTo(id: NodeId, focus: boolean): void;
  /** False where the schema or profile refuses it. */
  move(entry: OutlineLine, target: MoveTarget): boolean;
  rename(id: NodeId, title: string): void;
  remove(entry: OutlineLine): void;
  menuOf(entry: OutlineLine): readonly OutlineAction[];
}
