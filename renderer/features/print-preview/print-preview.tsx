import { Button, Center, Loader, Stack, Text } from '@mantine/core';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useWords } from '../../client/use-words.ts';
import { PrintingFault } from '../export/printing-fault.tsx';
import type { ViewProps } from '../frame/view-props.ts';
import { PageList, type PageListHandle } from './page-list.tsx';
import { nodeAt, placeHeadings } from './page-places.ts';
import { PreviewBar } from './preview-bar.tsx';
import { usePreview, type PreviewVariant } from './use-preview.ts';
import type { Zoom } from './zoom.ts';
import classes from './print-preview.module.css';

/** The pages as they will be, followed while the text is written. It fills what it is put into. */
export function PrintPreview({ onClose, text, onJump }: ViewProps) {
  const { printPreview: say } = useWords();
  const [variant, setVariant] = useState<PreviewVariant>('pdf');
  const { pages, behind, failure, tryAgain } = usePreview(variant);
  const [zoom, setZoom] = useState<Zoom>('width');
  const [scale, setScale] = useState<number | null>(null);
  const [page, setPage] = useState(0);
  const list = useRef<PageListHandle>(null);

  const headings = useMemo(() => placeHeadings(pages?.headings ?? [], text), [pages, text]);
  const pageCount = pages?.sizes.length ?? 0;
  const current = Math.min(page, Math.max(0, pageCount - 1));
  const onPage = headings.find((heading) => heading.page === current && heading.node !== null);
  const shownNode =
    onPage?.node ??
    headings.findLast((heading) => heading.page <= current && heading.node !== null)?.node ??
    null;

  const pick = useCallback(
    (picked: number, top: number) => {
      if (pages === null) return;
      void pages.words(picked).then((words) => {
        const node = nodeAt({ page: picked, top }, headings, words, text);
        if (node !== null) onJump(node);
      });
    },
    [pages, headings, text, onJump],
  );
  const status = pages === null ? '' : behind ? say.behind : failure === null ? say.current : say.old;

  return (
    <section className={classes['preview']} aria-label={say.title}>
      <PreviewBar
        {...{ variant, page: current, pageCount, headings, zoom, scale, status, onClose }}
        onVariant={setVariant}
        onPage={(to) => list.current?.goTo(to)}
        onHeading={(heading) => list.current?.goTo(heading.page, heading.top)}
        onZoom={setZoom}
        onShowInText={shownNode === null ? null : () => onJump(shownNode)}
      />
      {failure !== null && (
        <div className={classes['failure']}>
          <PrintingFault error={failure} text={text} onJump={onJump} />
          <Button size="compact-sm" variant="light" onClick={tryAgain}>
            {say.tryAgain}
          </Button>
        </div>
      )}
      {pages !== null ? (
        <PageList {...{ pages, zoom, handle: list }} onCurrent={setPage} onScale={setScale} onPick={pick} />
      ) : (
        failure === null && (
          <Center className={classes['loading'] ?? ''}>
            <Stack align="center" gap="sm">
              <Loader aria-hidden />
              <Text role="status">{say.loading}</Text>
            </Stack>
          </Center>
        )
      )}
    </section>
  );
}
