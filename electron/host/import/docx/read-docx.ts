import { appError } from '../../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../../shared/errors/result.ts';
import type { Furniture, ImportWarning, SourceDocument } from '../source-document.ts';
import { createTokenLog } from '../token-log.ts';
import { readDocxTree, type DocxTree } from './docx-tree.ts';
import { openDocx, type DocxParts } from './open-docx.ts';
import { readParagraphStyles } from './paragraph-styles.ts';
import { readBody } from './read-body.ts';
import { paragraphTexts, scanChanges, type TrackedChanges } from './scan-changes.ts';

export interface DocxOptions {
  /** Whether tracked changes may be taken as accepted: insertions count, deletions vanish. */
  readonly acceptTrackedChanges?: boolean;
}

/**
 * Reads a DOCX (rules DCX1 to DCX7). Lines are paragraphs, counted from 1 over the body, then the notes, then
 * headers and footers. Fails with `file-empty`, `file-too-large`, `docx-damaged`, `text-empty`, or, where changes are
 * tracked and not accepted, `docx-tracked-changes`.
 */
export async function readDocx(
  bytes: Uint8Array,
  name: string,
  options: DocxOptions = {},
): Promise<Result<SourceDocument>> {
  const opened = openDocx(bytes, name);
  if (!opened.ok) return opened;
  const changes = changesOf(opened.value);
  const changed = changes.insertions + changes.deletions > 0;
  if (changed && options.acceptTrackedChanges !== true) {
    return fail(appError('docx-tracked-changes', { path: name, ...changes }));
  }
  let tree: DocxTree;
  try {
    tree = await readDocxTree(opened.value.vetted);
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 200) : 'unreadable';
    return fail(appError('docx-damaged', { path: name, reason }));
  }

  const log = createTokenLog();
  const warnings: ImportWarning[] = changed
    ? [
        {
          code: 'tracked-changes-accepted',
          line: Number.parseInt(changes.places[0] ?? '1', 10) || 1,
          detail: `+${String(changes.insertions)} −${String(changes.deletions)}`,
        },
      ]
    : [];
  const roleOf = readParagraphStyles(opened.value.parts.get('word/styles.xml') ?? '');
  const body = readBody(tree, roleOf, log);
  const furniture = [...body.furniture, ...runningTexts(opened.value, log, body.lines)];
  if (log.tokens().length === 0) return fail(appError('text-empty', { path: name }));
  return ok({
    name,
    format: 'docx',
    blocks: body.blocks,
    furniture,
    warnings: [...warnings, ...body.warnings],
    tokens: log.tokens(),
    header: body.header,
  });
}

function changesOf({ parts, mainPart }: DocxParts): TrackedChanges {
  const scanned = [mainPart, 'word/footnotes.xml', 'word/endnotes.xml'].map((part) =>
    scanChanges(parts.get(part) ?? ''),
  );
  return {
    insertions: scanned.reduce((sum, { insertions }) => sum + insertions, 0),
    deletions: scanned.reduce((sum, { deletions }) => sum + deletions, 0),
    places: scanned.flatMap(({ places }) => places).slice(0, 10),
  };
}

/** Words of headers and footers: they stand on every page, and are no part of the text. */
function runningTexts(
  { parts }: DocxParts,
  log: ReturnType<typeof createTokenLog>,
  lines: number,
): Furniture[] {
  const furniture: Furniture[] = [];
  let line = lines;
  for (const [name, xml] of [...parts].sort(([a], [b]) => a.localeCompare(b, 'en'))) {
    const as = /^word\/header\d*\.xml$/.test(name)
      ? 'header'
      : /^word\/footer\d*\.xml$/.test(name)
        ? 'footer'
        : null;
    if (as === null) continue;
    for (const text of paragraphTexts(xml)) {
      line += 1;
      for (const word of text.split(/[ \t\n\r]+/)) {
        if (word !== '') furniture.push({ token: log.token(word, line), as });
      }
    }
  }
  return furniture;
}
