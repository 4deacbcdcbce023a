import {
  memo,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
} from 'react';
import type { ImportView, SourceBlockView } from '../../../shared/import/import-view.ts';
import type { Profile } from '../../../shared/schema/profile.ts';
import { useWords } from '../../client/use-words.ts';
import { roleLabel } from './kind-choices.ts';
import { selectOne, selectTo, stepFrom, toggle, type Selection } from './selection.ts';
import type { PairedScroll } from './use-paired-scroll.ts';
import { linesOf, useRowWindow, type RowWindowHandle } from '../../ui/use-row-window.ts';
import classes from './import.module.css';

export interface SourcePaneProps {
  readonly view: ImportView;
  readonly profile: Profile;
  readonly selection: Selection;
  readonly ref: Ref<RowWindowHandle>;
  readonly scroll: Pick<PairedScroll, 'lead' | 'onMove'>;
  readonly onSelect: (selection: Selection) => void;
  /** Called where the keyboard asks to change the kind of what is selected. */
  readonly onChooseKind: () => void;
}

/** How a dragged block is named in the data of the drag. */
export const BLOCK_TYPE = 'application/x-leitbild-block';
const PAGE_STEPS = 10;
/** Pixels of a row that are not its text's, and of one letter of it. */
const ASIDE = 264;
const LETTER = 7.6;
/** Signs of the source's own fonts, as bullets are in many: no other font shows them. */
const OWN_SIGNS = /\p{Co}/gu;

/** The blocks of the source, to be selected by mouse and keys, and dragged. */
export function SourcePane(props: SourcePaneProps) {
  const { ref, view, profile, selection, scroll, onSelect, onChooseKind } = props;
  const { import: say } = useWords();
  const { blocks, report } = view;
  const order = useMemo(() => blocks.map(({ block }) => block), [blocks]);
  const active = selection.active === null ? -1 : order.indexOf(selection.active);
  const { scroller, rows, height, measure } = useRowWindow({
    handle: ref,
    count: blocks.length,
    keyOf: useCallback((index: number) => order[index] ?? '', [order]),
    heightOf: (index, width) => 14 + 23 * linesOf(blocks[index]?.text ?? '', (width - ASIDE) / LETTER),
    kept: active,
    onMove: scroll.onMove,
  });
  const lead = (): void => scroll.lead('source');
  const current = useRef({ selection, onSelect });
  useEffect(() => {
    current.current = { selection, onSelect };
  });
  // One handler for all blocks, so that selecting renders those two that differ and not hundreds.
  const pick = useMemo(
    () =>
      (
        block: string,
        { shiftKey, ctrlKey, metaKey }: Pick<MouseEvent, 'shiftKey' | 'ctrlKey' | 'metaKey'>,
      ) => {
        const { selection: before, onSelect: select } = current.current;
        select(
          shiftKey
            ? selectTo(before, block, order)
            : ctrlKey || metaKey
              ? toggle(before, block)
              : selectOne(block),
        );
      },
    [order],
  );
  const grab = useMemo(
    () => (block: string) => {
      const { selection: before, onSelect: select } = current.current;
      if (!before.blocks.has(block)) select(selectOne(block));
    },
    [],
  );

  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: PAGE_STEPS,
      PageUp: -PAGE_STEPS,
      Home: -Infinity,
      End: Infinity,
    };
    const step = steps[event.key];
    if (step !== undefined) {
      const next = stepFrom(selection, step, order);
      if (next !== null) onSelect(event.shiftKey ? selectTo(selection, next, order) : selectOne(next));
    } else if (event.key === 'Enter' && selection.blocks.size > 0) onChooseKind();
    else return;
    event.preventDefault();
  };

  return (
    <section className={classes['pane']} aria-label={say.sourcePane}>
      <h2 className={classes['paneTitle']}>{say.sourcePane}</h2>
      <div
        ref={scroller}
        className={classes['scroll']}
        onPointerDown={lead}
        onWheel={lead}
        onTouchMove={lead}
      >
        <ul
          data-items
          role="listbox"
          aria-multiselectable
          aria-label={say.sourcePane}
          aria-activedescendant={selection.active === null ? undefined : `block-${selection.active}`}
          tabIndex={0}
          className={classes['blocks']}
          style={{ height }}
          onKeyDown={onKeyDown}
          onFocus={({ currentTarget }) => {
            const [first] = order;
            // A click selects what it hits; only the keyboard needs somewhere to begin.
            if (currentTarget.matches(':focus-visible') && selection.active === null && first !== undefined)
              onSelect(selectOne(first));
          }}
        >
          {rows.map(({ index, start }) => {
            const block = blocks[index];
            return (
              block && (
                <Block
                  key={block.block}
                  {...{ block, index, start, measure, pick, grab }}
                  count={blocks.length}
                  label={roleLabel(block, profile, say)}
                  isDocx={report.source.format === 'docx'}
                  isSelected={selection.blocks.has(block.block)}
                  isActive={selection.active === block.block}
                />
              )
            );
          })}
        </ul>
      </div>
    </section>
  );
}

interface BlockProps {
  readonly block: SourceBlockView;
  /** Its place among all, from 0, and where it begins, in pixels. */
  readonly index: number;
  readonly count: number;
  readonly start: number;
  readonly measure: (row: HTMLElement | null) => void;
  readonly label: string;
  /** Paragraphs are counted there, not lines. */
  readonly isDocx: boolean;
  readonly isSelected: boolean;
  readonly isActive: boolean;
  readonly pick: (block: string, event: Pick<MouseEvent, 'shiftKey' | 'ctrlKey' | 'metaKey'>) => void;
  readonly grab: (block: string) => void;
}

const Block = memo(function Block(props: BlockProps) {
  const { block, index, count, start, measure, label, isDocx, isSelected, isActive, pick, grab } = props;
  const { import: say } = useWords();
  const { block: name, text, line, page, role, changed } = block;
  const place = [
    ...(page > 0 ? [say.page(page)] : []),
    isDocx ? say.paragraphNumber(line) : say.line(line),
  ].join(' · ');
  return (
    <li
      ref={measure}
      id={`block-${name}`}
      data-index={index}
      style={{ transform: `translateY(${start}px)` }}
      aria-posinset={index + 1}
      aria-setsize={count}
      role="option"
      aria-selected={isSelected}
      data-block={name}
      data-role={role}
      data-active={isActive}
      className={classes['block']}
      draggable
      onClick={(event) => pick(name, event)}
      onDragStart={({ dataTransfer }) => {
        dataTransfer.setData(BLOCK_TYPE, name);
        dataTransfer.effectAllowed = 'move';
        grab(name);
      }}
    >
      <span className={classes['place']}>{place}</span>
      <span className={classes['blockText']}>{text.replaceAll(OWN_SIGNS, '•')}</span>
      <span className={classes['role']} data-changed={changed}>
        {label}
        {changed && <span className={classes['changed']}>{say.changedByYou}</span>}
      </span>
    </li>
  );
});
