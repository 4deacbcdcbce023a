import { Fragment, type ReactNode } from 'react';
import type { WordChange } from '../../shared/diff/word-diff.ts';
import type { NodeId } from '../../shared/ids/ids.ts';
import type { LeitbildNode } from '../../shared/schema/document.ts';
import { goalKindOf } from '../../shared/schema/profile.ts';
import { childrenOf, isIdentified } from '../../shared/schema/walk.ts';
import type { NumberedText } from '../client/live-text.ts';
import classes from './printed-text.module.css';
import { WordChanges } from './word-changes.tsx';

export interface PrintedTextProps {
  readonly text: NumberedText;
  /** What is shown: the whole text, or one node with all in it. */
  readonly node?: LeitbildNode;
  /** Words of a unit that changed, shown instead of its own. */
  readonly wordsOf?: ((id: NodeId) => readonly WordChange[] | undefined) | undefined;
  /** What stands for references whose target is gone. */
  readonly missingReference: string;
}

/** A text as readers see it, with its numbers, to be read and not written. */
export function PrintedText({ text, node = text.document, wordsOf, missingReference }: PrintedTextProps) {
  const context: Context = { text, wordsOf: wordsOf ?? (() => undefined), missingReference };
  return <div className={classes['text']}>{printed(node, context, null)}</div>;
}

interface Context {
  readonly text: NumberedText;
  readonly wordsOf: (id: NodeId) => readonly WordChange[] | undefined;
  readonly missingReference: string;
}

function printed(node: LeitbildNode, context: Context, parent: LeitbildNode | null): ReactNode {
  switch (node.type) {
    case 'leitbild':
      return children(node, context);
    case 'foreword':
    case 'preface':
    case 'chapter':
    case 'section':
    case 'actionField':
    case 'goalGroup':
      return (
        <section className={classes[node.type]} data-node={node.attrs.id}>
          {heading(node, context)}
          {childrenOf(node).map((child, index) =>
            child.type === 'heading' ? null : (
              <Fragment key={index}>{printed(child, context, node)}</Fragment>
            ),
          )}
        </section>
      );
    case 'goal':
    case 'subpoint':
      return (
        <div className={classes[node.type]} data-node={node.attrs.id}>
          <span className={classes['number']}>{context.text.numbering.get(node.attrs.id)?.short}</span>
          <div>{ownTextThenParts(node, context)}</div>
        </div>
      );
    case 'participants':
      return <p className={classes['placeholder']}>{context.text.references.labelOf(node.attrs.id)}</p>;
    case 'signature':
      return <div className={classes['signature']}>{children(node, context)}</div>;
    case 'signatureName':
    case 'signatureOffice':
      return <p>{children(node, context)}</p>;
    case 'heading':
      return children(node, context);
    case 'paragraph': {
      const isOwn = parent?.type === 'goal' || parent?.type === 'subpoint' || parent?.type === 'listItem';
      const words = isOwn ? undefined : context.wordsOf(node.attrs.id);
      return <p>{words ? <WordChanges words={words} /> : children(node, context)}</p>;
    }
    case 'bulletList':
      return <ul>{children(node, context)}</ul>;
    case 'orderedList':
      return <ol start={node.attrs.start}>{children(node, context)}</ol>;
    case 'listItem':
      return <li>{ownTextThenParts(node, context)}</li>;
    case 'text': {
      let shown: ReactNode = node.text;
      for (const mark of node.marks ?? []) {
        if (mark.type === 'strong') shown = <strong>{shown}</strong>;
        else if (mark.type === 'emphasis') shown = <em>{shown}</em>;
        else shown = <span className={classes['link']}>{shown}</span>;
      }
      return shown;
    }
    case 'footnote':
      return <sup>{context.text.numbering.get(node.attrs.id)?.short}</sup>;
    case 'reference':
      return context.text.references.textOf(node.attrs.target, node.attrs.form) ?? context.missingReference;
    case 'hardBreak':
      return <br />;
  }
}

function children(node: LeitbildNode, context: Context): ReactNode {
  return childrenOf(node).map((child, index) => (
    <Fragment key={index}>{printed(child, context, node)}</Fragment>
  ));
}

/** Goals, subpoints and list items: their paragraphs are their own text and change as one. */
function ownTextThenParts(node: LeitbildNode, context: Context): ReactNode {
  const words = isIdentified(node) ? context.wordsOf(node.attrs.id) : undefined;
  if (words === undefined) return children(node, context);
  return (
    <>
      <p className={classes['changed']}>
        <WordChanges words={words} />
      </p>
      {childrenOf(node).map((child, index) =>
        child.type === 'paragraph' ? null : <Fragment key={index}>{printed(child, context, node)}</Fragment>,
      )}
    </>
  );
}

function heading(node: LeitbildNode, context: Context): ReactNode {
  const title = childrenOf(node).find(({ type }) => type === 'heading');
  if (!isIdentified(node)) return null;
  const words = context.wordsOf(node.attrs.id);
  const number = context.text.numbering.get(node.attrs.id)?.short;
  const label =
    node.type === 'goalGroup'
      ? (goalKindOf(context.text.profile, node.attrs.kind)?.plural ?? node.attrs.kind)
      : number;
  const shown = words ? <WordChanges words={words} /> : title && children(title, context);
  if (!label && !shown) return null;
  return (
    <p className={classes['heading']} role="heading" aria-level={levels[node.type] ?? 5}>
      {label !== undefined && label !== '' && <span className={classes['headingNumber']}>{label}</span>}
      <span>{shown}</span>
    </p>
  );
}

const levels: Readonly<Partial<Record<LeitbildNode['type'], number>>> = {
  foreword: 3,
  preface: 3,
  chapter: 3,
  section: 4,
  actionField: 4,
  goalGroup: 5,
};
