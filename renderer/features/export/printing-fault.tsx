import { Alert, Anchor } from '@mantine/core';
import { useMemo } from 'react';
import type { AppError } from '../../../shared/errors/errors.ts';
import type { NodeId } from '../../../shared/ids/ids.ts';
import type { NumberedText } from '../../client/live-text.ts';
import { useWords } from '../../client/use-words.ts';
import { faultPlaces } from './fault-places.ts';
import classes from './export.module.css';

export interface PrintingFaultProps {
  readonly error: AppError;
  /** The draft, to find places in; null where it is not the draft that was printed. */
  readonly text: NumberedText | null;
  readonly onJump: (node: NodeId) => void;
}

/** Why something could not be printed; characters without a glyph each with the way to their place. */
export function PrintingFault({ error, text, onJump }: PrintingFaultProps) {
  const words = useWords();
  const { export: say } = words;
  const places = useMemo(
    () => (error.code === 'glyph-missing' ? faultPlaces(error.details.places, text) : []),
    [error, text],
  );
  if (error.code !== 'glyph-missing') {
    return (
      <Alert color="red" variant="light" role="alert" title={say.failed} className={classes['fault'] ?? ''}>
        {words.describe(error)}
      </Alert>
    );
  }
  return (
    <Alert color="red" variant="light" role="alert" title={say.glyphs} className={classes['fault'] ?? ''}>
      <p className={classes['faultHelp']}>{say.glyphsHelp}</p>
      <ul className={classes['places']}>
        {places.map(({ character, codePoint, place, node }) => (
          <li key={`${codePoint} ${place}`}>
            <span className={classes['glyph']}>{character}</span> {codePoint},{' '}
            {node === null ? (
              place
            ) : (
              <Anchor
                component="button"
                type="button"
                inherit
                aria-label={say.jump(place)}
                onClick={() => onJump(node)}
              >
                {place}
              </Anchor>
            )}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
