import { Button, Center, Loader, Stack, Text } from '@mantine/core';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { isSafeHref } from '../../../shared/schema/leitbild-schema.ts';
import { useWords } from '../../client/use-words.ts';
import { PrintingFault } from '../export/printing-fault.tsx';
import { openElsewhere } from '../../editor/links/links-plugin.ts';
import { useFrame } from '../frame/frame-context.tsx';
import type { ViewProps } from '../frame/view-props.ts';
import { caretPlace, placeOfCaret } from './caret-place.ts';
import { PageList, type PageListHandle } from './page-list.tsx';
import { nodeAt, placeHeadings } from './page-places.ts';
import type { PageLink, PdfPlace } from './page-text.ts';
import type { PdfPages } from './pdf-reader.ts';
import { PreviewBar } from './preview-bar.tsx';
import { readingPlace, type ReadingPlace } from './reading-place.ts';
import { usePreview, type PreviewVariant } from './use-preview.ts';
import type { Zoom } from './zoom.ts';
import classes from './print-preview.module.css';

/** Points of the page that are shown above what somebody writes. */
const ABOVE = 60;

/** The pages as they will be, followed while the text is written. It fills what it is put into. */
export function PrintPreview({ onClose, text, onJump }: ViewProps) {
  const { printPreview: say } = useWords();
  const [variant, setVariant] = useState<PreviewVariant>('pdf');
  const { pages, behind, failure, tryAgain } = usePreview(variant);
  const [zoom, setZoom] = useState<Zoom>('width');
  const [scale, setScale] = useState<number | null>(null);
  const [page, setPage] = useState(0);
  const list = useRef<PageListHandle>(null);
  const place = useRef<ReadingPlace | null>(null);
  const { editor } = useFrame();

  const findCaret = useCallback(
    async (shown: PdfPages): Promise<PdfPlace | null> => {
      const caret = editor === null ? null : caretPlace(editor);
      const found = caret === null ? null : await placeOfCaret(shown, caret);
      return found === null ? null : { ...found, top: Math.max(0, found.top - ABOVE) };
    },
    [editor],
  );
  // It opens where somebody writes; from then on it stays where it is put.
  const [isPlaced, setPlaced] = useState(false);
  useEffect(() => {
    if (pages === null || isPlaced) return undefined;
    let isWanted = true;
    const begin = (at: PdfPlace | null): void => {
      if (!isWanted) return;
      if (at !== null) place.current = readingPlace(pages, at);
      setPlaced(true);
    };
    void findCaret(pages).then(begin, () => begin(null));
    return () => {
      isWanted = false;
    };
  }, [pages, isPlaced, findCaret]);

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
      void pages.text(picked).then(({ words }) => {
        const node = nodeAt({ page: picked, top }, headings, words, text);
        if (node !== null) onJump(node);
      });
    },
    [pages, headings, text, onJump],
  );
  const follow = useCallback((target: PageLink['target']) => {
    if (typeof target === 'string') {
      if (isSafeHref(target)) openElsewhere(target);
      return;
    }
    list.current?.goTo(target.page, target.top);
    // The link itself may be far away now.
    list.current?.focus();
  }, []);
  const showCaret = (): void => {
    if (pages === null) return;
    void findCaret(pages).then((at) => list.current?.goTo(at?.page ?? 0, at?.top ?? 0));
  };
  const status = pages === null ? '' : behind ? say.behind : failure === null ? say.current : say.old;

  return (
    <section className={classes['preview']} aria-label={say.title}>
      <PreviewBar
        {...{ variant, page: current, pageCount, headings, zoom, scale, status, onClose }}
        onVariant={setVariant}
        onPage={(to) => list.current?.goTo(to)}
        onHeading={(heading) => list.current?.goTo(heading.page, heading.top)}
        onZoom={setZoom}
        onShowCaret={pages === null || editor === null ? null : showCaret}
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
      {pages !== null && isPlaced ? (
        <PageList
          {...{ pages, zoom, handle: list, placeRef: place }}
          onCurrent={setPage}
          onScale={setScale}
          onPick={pick}
          onFollow={follow}
        />
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
