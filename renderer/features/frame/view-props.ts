import type { NodeId } from '../../../shared/ids/ids.ts';
import type { NumberedText } from '../../client/live-text.ts';

/** What a feature that opens over or beside the text is given. It is mounted for as long as it is open. */
export interface ViewProps {
  readonly onClose: () => void;
  /** The draft as it stood when writing last paused; null until it is there. */
  readonly text: NumberedText | null;
  /** Shows a node in the text. */
  readonly onJump: (node: NodeId) => void;
}
