import { Button, FileButton, type ButtonProps } from '@mantine/core';
import { documentEndings } from '../start/file-names.ts';

export interface DocumentButtonProps extends Pick<ButtonProps, 'size' | 'variant'> {
  readonly label: string;
  readonly isFirst?: boolean;
  readonly onChoose: (file: File) => void;
}

/** Opens the dialog in which a document is chosen. */
export function DocumentButton({ label, isFirst = false, onChoose, ...looks }: DocumentButtonProps) {
  return (
    <FileButton
      accept={documentEndings.join(',')}
      inputProps={{ 'aria-label': label }}
      onChange={(file) => {
        if (file !== null) onChoose(file);
      }}
    >
      {({ onClick }) => (
        <Button {...looks} {...(isFirst && { 'data-autofocus': true })} onClick={onClick}>
          {label}
        </Button>
      )}
    </FileButton>
  );
}
