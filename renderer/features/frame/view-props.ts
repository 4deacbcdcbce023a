/** What a feature that opens over the text is given. It is mounted for as long as it is open. */
export interface ViewProps {
  readonly onClose: () => void;
}
