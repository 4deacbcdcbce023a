import { Mark, Node, type Attributes, type Extensions } from '@tiptap/core';
import type { AttributeSpec, MarkSpec, NodeSpec } from '@tiptap/pm/model';
import type { NodeViewConstructor } from '@tiptap/pm/view';
import { leitbildSchema } from '../../../shared/schema/leitbild-schema.ts';
import { attributeHtml, markHtml, nodeHtml } from './node-html.ts';

/**
 * Tiptap's extensions for every node and mark of the shared schema, in its order. Content, groups, attributes and
 * their checks are taken from there, so that the editor accepts and refuses what the host does; only how they are
 * written as HTML and drawn (`views`, by name) is the editor's own.
 */
export function schemaExtensions(views: Readonly<Record<string, NodeViewConstructor>> = {}): Extensions {
  const extensions: Extensions = [];
  leitbildSchema.spec.nodes.forEach((name, spec) => extensions.push(nodeExtension(name, spec, views[name])));
  leitbildSchema.spec.marks.forEach((name, spec) => extensions.push(markExtension(name, spec)));
  return extensions;
}

function nodeExtension(name: string, spec: NodeSpec, draw: NodeViewConstructor | undefined): Node {
  const html = nodeHtml(name);
  return Node.create({
    name,
    topNode: name === leitbildSchema.topNodeType.name,
    ...pick(spec, ['content', 'group', 'inline', 'atom', 'selectable', 'defining']),
    addAttributes: () => attributesOf(spec.attrs ?? {}),
    ...(draw && {
      addNodeView:
        () =>
        ({ node, view, getPos, decorations, innerDecorations }) =>
          draw(node, view, getPos, decorations, innerDecorations),
    }),
    ...(html && {
      parseHTML: () => [...html.rules],
      renderHTML: ({ HTMLAttributes }) => html.render(HTMLAttributes as Readonly<Record<string, unknown>>),
    }),
  });
}

function markExtension(name: string, spec: MarkSpec): Mark {
  const html = markHtml(name);
  return Mark.create({
    name,
    ...pick(spec, ['inclusive']),
    addAttributes: () => attributesOf(spec.attrs ?? {}),
    parseHTML: () => [...html.rules],
    renderHTML: ({ HTMLAttributes }) => html.render(HTMLAttributes as Readonly<Record<string, unknown>>),
  });
}

function attributesOf(specs: Readonly<Record<string, AttributeSpec>>): Attributes {
  return Object.fromEntries(
    Object.entries(specs).map(([name, spec]) => [
      name,
      {
        ...('default' in spec ? { default: spec.default as unknown } : { isRequired: true }),
        ...(spec.validate === undefined ? {} : { validate: spec.validate }),
        ...attributeHtml(name),
      },
    ]),
  );
}

function pick<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.filter((key) => key in from).map((key) => [key, from[key]])) as Pick<T, K>;
}
