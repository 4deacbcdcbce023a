import { Button, Text } from '@mantine/core';
import { useWords } from '../../client/use-words.ts';
import classes from './weighing.module.css';
import { useWeighingSource } from './weighing-source.ts';

/** Says that the text of a round could not be had, and asks for it again. */
export function MissingBases() {
  const words = useWords().weighing;
  const { bases } = useWeighingSource();
  return (
    <div className={classes['basesMissing']} role="alert">
      <Text size="sm">{words.basesFailed}</Text>
      <Button variant="default" size="compact-sm" onClick={bases.retry}>
        {words.tryAgain}
      </Button>
    </div>
  );
}
