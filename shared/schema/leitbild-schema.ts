import { Schema, type AttributeSpec, type NodeSpec } from '@tiptap/pm/model';
import { isNodeId, SHA256_PATTERN } from '../ids/ids.ts';

function check(name: string, holds: (value: unknown) => boolean): (value: unknown) => void {
  return (value) => {
    if (!holds(value)) throw new RangeError(`invalid ${name}: ${JSON.stringify(value)}`);
  };
}

/** The two attributes of every node that can be pointed at. A node without id is only valid until ids are assigned. */
const identity: Record<string, AttributeSpec> = {
  id: { default: null, validate: check('id', (value) => value === null || isNodeId(value)) },
  origins: {
    default: [],
    validate: check('origins', (value) => Array.isArray(value) && value.every(isNodeId)),
  },
};

const SAFE_HREF = /^(https?:\/\/|mailto:)[^\s<>"]+$/i;

/** Whether an address may stand in a link: absolute, and of a scheme that a reader's program opens harmlessly. */
export function isSafeHref(value: unknown): value is string {
  return typeof value === 'string' && SAFE_HREF.test(value);
}

const nodes = {
  leitbild: { content: '(foreword | preface | chapter)*' },
  foreword: {
    content: 'heading? block* signature?',
    attrs: {
      ...identity,
      portrait: {
        default: null,
        validate: check(
          'portrait',
          (value) => value === null || (typeof value === 'string' && SHA256_PATTERN.test(value)),
        ),
      },
    },
  },
  preface: { content: 'heading block*', attrs: identity },
  chapter: {
    content: 'heading (block | section | actionField | goalGroup | participants)*',
    attrs: identity,
  },
  section: { content: 'heading (block | section | actionField | goalGroup)*', attrs: identity },
  actionField: { content: 'heading (block | goalGroup | actionField)*', attrs: identity },
  goalGroup: {
    content: 'heading? goal*',
    attrs: { ...identity, kind: { validate: check('goal kind', (value) => typeof value === 'string') } },
  },
  goal: { content: 'paragraph+ (subpoint | goalGroup)*', attrs: identity, defining: true },
  subpoint: { content: 'paragraph+ subpoint*', attrs: identity, defining: true },
  participants: { attrs: identity, atom: true },
  signature: { content: 'signatureName signatureOffice*' },
  signatureName: { content: 'inline*' },
  signatureOffice: { content: 'inline*' },
  heading: { content: 'inline*', defining: true },
  paragraph: { group: 'block', content: 'inline*', attrs: identity },
  bulletList: { group: 'block', content: 'listItem+' },
  orderedList: {
    group: 'block',
    content: 'listItem+',
    attrs: {
      start: {
        default: 1,
        validate: check('start', (value) => Number.isInteger(value) && Number(value) >= 0),
      },
    },
  },
  listItem: { content: 'paragraph block*', attrs: identity, defining: true },
  text: { group: 'inline noteInline' },
  footnote: { group: 'inline', inline: true, content: 'noteInline*', attrs: identity, atom: true },
  reference: {
    group: 'inline noteInline',
    inline: true,
    atom: true,
    attrs: {
      target: { validate: check('target', isNodeId) },
      form: {
        default: 'number',
        validate: check('form', (v) => ['number', 'label', 'title'].includes(String(v))),
      },
    },
  },
  hardBreak: { group: 'inline noteInline', inline: true, selectable: false },
} satisfies Record<string, NodeSpec>;

/**
 * The one ProseMirror schema of the text: the host checks with it, the editor edits with it.
 * Which goal kinds exist and how they nest is not here but in the profile (`profile.ts`).
 */
export const leitbildSchema = new Schema({
  topNode: 'leitbild',
  nodes,
  marks: {
    strong: {},
    emphasis: {},
    link: { attrs: { href: { validate: check('href', isSafeHref) } }, inclusive: false },
  },
});
