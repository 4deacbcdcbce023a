import { buildDocument } from '../../../../electron/host/import/structure/build-document.ts';
import { checkLedger } from '../../../../electron/host/import/structure/check-ledger.ts';
import type { ImportResult } from '../../../../electron/host/import/import-result.ts';
import type { SourceDocument } from '../../../../electron/host/import/source-document.ts';
import { readText } from '../../../../electron/host/import/text/read-text.ts';
import { createCountingIds } from '../../../../shared/ids/ids.ts';
import type { LeitbildNode } from '../../../../shared/schema/document.ts';
import { leitbildSchema } from '../../../../shared/schema/leitbild-schema.ts';
import type { Profile } from '../../../../shared/schema/profile.ts';
import { childrenOf, plainText } from '../../../../shared/schema/walk.ts';
import { shippedProfile } from '../../../support/standard-profile.ts';

export function sourceOf(text: string, profile: Profile = shippedProfile()): SourceDocument {
  const read = readText(new TextEncoder().encode(text), 'test.txt', { profile });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

/** Imports a text; checks its ledger and that the schema takes the document. */
export function importText(text: string, profile: Profile = shippedProfile()): ImportResult {
  const source = sourceOf(text, profile);
  const result = buildDocument(source, { profile, createId: createCountingIds() });
  checkLedger(source, result);
  leitbildSchema.nodeFromJSON(result.document).check();
  return result;
}

/** A document as one line per block: its type, indented by depth, and its words; footnotes in `[^ ]`, references in `{ }`. */
export function outlineOf(result: ImportResult): string[] {
  const lines: string[] = [];
  const inline = (node: LeitbildNode): string =>
    childrenOf(node)
      .map((child) => {
        if (child.type === 'footnote') return `[^${inline(child)}]`;
        if (child.type === 'reference') return `{${child.attrs.form}}`;
        return plainText([child]);
      })
      .join('');
  const visit = (node: LeitbildNode, depth: number): void => {
    const children = childrenOf(node);
    const isText = children.some((child) => ['text', 'footnote', 'reference'].includes(child.type));
    const kind = node.type === 'goalGroup' ? `:${node.attrs.kind}` : '';
    lines.push(`${'  '.repeat(depth)}${node.type}${kind}${isText ? ` ${inline(node)}` : ''}`);
    if (!isText) for (const child of children) visit(child, depth + 1);
  };
  for (const node of childrenOf(result.document)) visit(node, 0);
  return lines;
}

/** Lines as an extraction from PDF has them: each ends in a blank, an empty line behind each. */
export function spaced(lines: readonly string[]): string {
  return lines.map((line) => `${line} \n \n`).join('');
}
