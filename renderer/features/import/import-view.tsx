import { Button, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { useWords } from '../../client/use-words.ts';
import { FullView } from '../../ui/full-view.tsx';
import { useFrame } from '../frame/frame-context.tsx';
import type { ViewProps } from '../frame/view-props.ts';
import { ChooseSource } from './choose-source.tsx';
import { DocumentButton } from './document-button.tsx';
import { ImportPreview } from './import-preview.tsx';
import { ImportResult } from './import-result.tsx';
import { useImport } from './use-import.ts';
import classes from './import.module.css';

/** Takes a document over: choose, look at source and structure, put right, apply, and take back. */
export function ImportView({ onClose, text }: ViewProps) {
  const { import: say } = useWords();
  const work = useImport();
  const { stage, progress } = work;
  const { lines, goTo } = useFrame();
  const close = (): void => {
    // What was taken over is read from its beginning, and outline and panel tell of the same place.
    const [first] = lines;
    if (stage.kind === 'applied' && stage.result.import !== null && first !== undefined)
      goTo(first.id, false);
    onClose();
  };
  const title = stage.kind === 'preview' ? say.titleOf(stage.view.report.source.name) : say.title;
  return (
    <FullView title={title} closeLabel={say.close} onClose={close} closeOnEscape={stage.kind !== 'preview'}>
      {stage.kind === 'choose' && (
        <ChooseSource failure={stage.failure} again={stage.again} onChoose={work.choose} />
      )}
      {stage.kind === 'reading' && (
        <div className={classes['page']}>
          <Title order={2} size="h3">
            {say.reading(stage.name)}
          </Title>
          <Text role="status" c="dimmed">
            {stage.sent !== null
              ? say.sending(Math.round(100 * stage.sent))
              : (say.phases[progress?.phase ?? ''] ?? say.phases['import'])}
          </Text>
          <Progress
            aria-label={say.reading(stage.name)}
            value={
              stage.sent !== null
                ? 100 * stage.sent
                : progress !== null && progress.total > 0
                  ? (100 * progress.done) / progress.total
                  : 100
            }
            animated={stage.sent === null && (progress === null || progress.total === 0)}
          />
          <Button variant="default" w="fit-content" onClick={work.cancel}>
            {say.cancel}
          </Button>
        </div>
      )}
      {stage.kind === 'tracked' && (
        <div className={classes['page']}>
          <Title order={2} size="h3">
            {say.trackedTitle}
          </Title>
          <Text>{say.trackedText(stage.insertions, stage.deletions)}</Text>
          <Group>
            <Button onClick={work.acceptTracked}>{say.trackedAccept}</Button>
            <DocumentButton variant="default" label={say.trackedOther} onChoose={work.choose} />
          </Group>
        </div>
      )}
      {stage.kind === 'preview' && (
        <ImportPreview
          key={stage.view.plan}
          view={stage.view}
          work={stage.work}
          progress={progress}
          failure={stage.failure}
          present={text}
          onChanges={work.replan}
          onApply={work.apply}
          onCancelWork={work.cancel}
          onChoose={work.choose}
        />
      )}
      {stage.kind === 'applied' && (
        <Stack className={classes['page'] ?? ''}>
          <ImportResult
            view={stage.view}
            result={stage.result}
            undo={stage.undo}
            onUndo={work.undo}
            onClose={close}
          />
        </Stack>
      )}
    </FullView>
  );
}
