import type { Attribute } from '@tiptap/core';
import type { DOMOutputSpec, TagParseRule } from '@tiptap/pm/model';
import { isNodeId } from '../../../shared/ids/ids.ts';
import { isSafeHref } from '../../../shared/schema/leitbild-schema.ts';

/** How a node or mark is written as HTML, on the screen and on the clipboard, and read back from our own HTML. */
export interface HtmlForm {
  readonly rules: readonly TagParseRule[];
  readonly render: (attributes: Readonly<Record<string, unknown>>) => DOMOutputSpec;
}

const TAGS: Readonly<Record<string, string>> = {
  foreword: 'section',
  preface: 'section',
  chapter: 'section',
  section: 'section',
  actionField: 'section',
  goalGroup: 'section',
  goal: 'div',
  subpoint: 'div',
  participants: 'div',
  signature: 'div',
  signatureName: 'p',
  signatureOffice: 'p',
  heading: 'h3',
  footnote: 'span',
  reference: 'span',
};

const LEAVES = new Set(['participants', 'reference']);

/** Other elements that mean the same in HTML of ours and of others. */
const PLAIN: Readonly<Record<string, string>> = {
  paragraph: 'p',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  hardBreak: 'br',
};

/** The form of a type of node; `undefined` for the document itself and for text. */
export function nodeHtml(name: string): HtmlForm | undefined {
  const plain = PLAIN[name];
  if (plain !== undefined) {
    return {
      rules: [{ tag: plain }],
      render: (attributes) => (name === 'hardBreak' ? ['br'] : [plain, attributes, 0]),
    };
  }
  const tag = TAGS[name];
  if (tag === undefined) return undefined;
  return {
    rules: [{ tag: `[data-leitbild="${name}"]`, priority: 60 }],
    render: (attributes) => {
      const all = { ...attributes, 'data-leitbild': name, class: name };
      return LEAVES.has(name) ? [tag, all] : [tag, all, 0];
    },
  };
}

/** The form of a mark. */
export function markHtml(name: string): HtmlForm {
  switch (name) {
    case 'strong':
      return { rules: [{ tag: 'strong' }, { tag: 'b' }], render: () => ['strong', 0] };
    case 'emphasis':
      return { rules: [{ tag: 'em' }, { tag: 'i' }], render: () => ['em', 0] };
    case 'link':
      return {
        rules: [{ tag: 'a[href]', getAttrs: (element) => isSafeHref(element.getAttribute('href')) && null }],
        render: (attributes) => ['a', { ...attributes, rel: 'noopener noreferrer' }, 0],
      };
    default:
      throw new RangeError(`no HTML for the mark ${name}`);
  }
}

/** How an attribute is written and read; what does not belong there is left out. */
export function attributeHtml(name: string): Pick<Attribute, 'parseHTML' | 'renderHTML'> {
  const data = (
    read: (value: string | null) => unknown,
    write: (value: unknown) => unknown = (value) => value,
  ): Pick<Attribute, 'parseHTML' | 'renderHTML'> => ({
    parseHTML: (element) => read(element.getAttribute(`data-${name}`)),
    renderHTML: (attributes) => {
      const value = write(attributes[name] as unknown);
      return value === null || value === '' ? {} : { [`data-${name}`]: value };
    },
  });
  switch (name) {
    case 'id':
      return data((value) => (isNodeId(value) ? value : null));
    case 'origins':
      return data(
        (value) => (value ?? '').split(' ').filter(isNodeId),
        (value) => (Array.isArray(value) ? value.join(' ') : ''),
      );
    case 'start':
      return {
        parseHTML: (element) => Math.max(0, Number.parseInt(element.getAttribute('start') ?? '1', 10) || 1),
        renderHTML: (attributes) =>
          attributes['start'] === 1 ? {} : { start: attributes['start'] as number },
      };
    case 'href':
      return {};
    case 'kind':
    case 'target':
      return data((value) => value ?? '');
    case 'form':
      return data((value) => (value === 'label' || value === 'title' ? value : 'number'));
    default:
      return data((value) => value);
  }
}
