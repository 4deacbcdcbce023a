import {
  ActionIcon,
  Button,
  Group,
  NumberInput,
  SegmentedControl,
  Select,
  Text,
  Tooltip,
} from '@mantine/core';
import {
  IconArrowBackUp,
  IconChevronDown,
  IconChevronUp,
  IconCursorText,
  IconX,
  IconZoomIn,
  IconZoomOut,
  type Icon,
} from '@tabler/icons-react';
import { useWords } from '../../client/use-words.ts';
import type { PlacedHeading } from './page-places.ts';
import type { PreviewVariant } from './use-preview.ts';
import { percentOf, stepFrom, zoomSteps, type Zoom } from './zoom.ts';
import classes from './print-preview.module.css';

export interface PreviewBarProps {
  readonly variant: PreviewVariant;
  readonly onVariant: (variant: PreviewVariant) => void;
  /** From 0. */
  readonly page: number;
  readonly pageCount: number;
  readonly onPage: (page: number) => void;
  readonly headings: readonly PlacedHeading[];
  readonly onHeading: (heading: PlacedHeading) => void;
  readonly zoom: Zoom;
  /** Pixels for one point, as shown; null before anything is. */
  readonly scale: number | null;
  readonly onZoom: (zoom: Zoom) => void;
  /** Null where the text has no place for what is looked at. */
  readonly onShowInText: (() => void) | null;
  /** Shows where the caret stands; null where there is none. */
  readonly onShowCaret: (() => void) | null;
  readonly status: string;
  readonly onClose: () => void;
}

/** All that can be done with the pages, by mouse and keyboard. */
export function PreviewBar(props: PreviewBarProps) {
  const { page, pageCount, onPage, headings, zoom, scale, onZoom } = props;
  const { printPreview: say } = useWords();
  const percent = scale === null ? 100 : percentOf(scale);
  const current = headings.findLast((heading) => heading.page <= page);
  return (
    <div className={classes['bar']} role="toolbar" aria-label={say.bar}>
      <SegmentedControl
        size="xs"
        aria-label={say.variant}
        value={props.variant}
        data={[
          { value: 'pdf', label: say.variants.pdf },
          { value: 'workingcopy', label: say.variants.workingcopy },
        ]}
        onChange={(value) => props.onVariant(value === 'pdf' ? 'pdf' : 'workingcopy')}
      />
      <Group gap={4} wrap="nowrap">
        <Tool icon={IconChevronUp} label={say.previous} off={page <= 0} run={() => onPage(page - 1)} />
        <NumberInput
          size="xs"
          aria-label={say.pageNumber}
          hideControls
          min={1}
          max={Math.max(1, pageCount)}
          clampBehavior="strict"
          allowDecimal={false}
          className={classes['pageNumber'] ?? ''}
          value={page + 1}
          disabled={pageCount === 0}
          onChange={(value) => {
            if (typeof value === 'number' && value >= 1 && value <= pageCount) onPage(value - 1);
          }}
        />
        <Text size="sm" c="dimmed" className={classes['of'] ?? ''}>
          {say.of(pageCount)}
        </Text>
        <Tool
          icon={IconChevronDown}
          label={say.next}
          off={page + 1 >= pageCount}
          run={() => onPage(page + 1)}
        />
      </Group>
      <Select
        size="xs"
        aria-label={say.contents}
        placeholder={say.contents}
        className={classes['contents'] ?? ''}
        comboboxProps={{ width: 320, position: 'bottom-start' }}
        data={headings.map(({ title, depth }, index) => ({
          value: String(index),
          label: `${'\u2003'.repeat(depth)}${title}`,
        }))}
        value={current === undefined ? null : String(headings.indexOf(current))}
        allowDeselect={false}
        onChange={(value) => {
          const heading = value === null ? undefined : headings[Number(value)];
          if (heading !== undefined) props.onHeading(heading);
        }}
      />
      <Group gap={4} wrap="nowrap">
        <Tool icon={IconZoomOut} label={say.smaller} run={() => onZoom(stepFrom(percent, -1))} />
        <Select
          size="xs"
          aria-label={say.zoom}
          className={classes['zoom'] ?? ''}
          data={[
            { value: 'width', label: say.fitWidth },
            { value: 'page', label: say.fitPage },
            ...zoomSteps.map((step) => ({ value: String(step), label: `${step} %` })),
            ...(typeof zoom === 'number' && !zoomSteps.some((step) => step === zoom)
              ? [{ value: String(zoom), label: `${zoom} %` }]
              : []),
          ]}
          value={String(zoom)}
          allowDeselect={false}
          onChange={(value) => {
            if (value !== null) onZoom(value === 'width' || value === 'page' ? value : Number(value));
          }}
        />
        <Tool icon={IconZoomIn} label={say.larger} run={() => onZoom(stepFrom(percent, 1))} />
      </Group>
      <Tool
        icon={IconCursorText}
        label={say.showCaret}
        off={props.onShowCaret === null}
        run={() => props.onShowCaret?.()}
      />
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconArrowBackUp size={16} aria-hidden />}
        disabled={props.onShowInText === null}
        onClick={() => props.onShowInText?.()}
      >
        {say.showInText}
      </Button>
      <Text size="sm" c="dimmed" role="status" className={classes['status'] ?? ''}>
        {props.status}
      </Text>
      <Tool icon={IconX} label={say.close} run={props.onClose} />
    </div>
  );
}

interface ToolProps {
  readonly icon: Icon;
  readonly label: string;
  readonly off?: boolean;
  readonly run: () => void;
}

function Tool({ icon: Picture, label, off = false, run }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" aria-label={label} disabled={off} onClick={run}>
        <Picture size={18} stroke={1.7} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
