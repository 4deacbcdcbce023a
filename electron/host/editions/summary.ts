import type { DocumentHeader, Publishable } from '../../../shared/editions/edition.ts';
import type { ImportReport } from '../../../shared/import/import-report.ts';
import type { PublishedSection } from '../../../shared/publication/publication.ts';
import { publish } from '../../../shared/publication/publish.ts';
import { countDocument } from '../../../shared/text/counts.ts';
import type { EditionSummary, Workspace } from '../workspace/workspace.ts';

/** A heading of the text with what stands directly under it. */
export interface OutlineLine {
  readonly level: number;
  readonly number: string;
  readonly title: string;
  /** Goals under this heading, by the title of their group ("Teilziele Arbeit"). */
  readonly goals: Readonly<Record<string, number>>;
}

/** What `show` tells of a workspace: its counts stand beside the header, as in an import report. */
export interface WorkspaceSummary extends DocumentHeader {
  readonly edition: string | null;
  readonly profile: string;
  readonly institutions: number;
  /** Lines that the last import could not place. */
  readonly unplaced: ImportReport['unplaced'];
  readonly editions: readonly EditionSummary[];
  readonly outline: readonly OutlineLine[];
  /** Forewords, chapters, fields, goals by kind, subpoints and footnotes, as `countDocument` counts them. */
  readonly [count: string]: unknown;
}

/** Sums up one text of a workspace, an edition or the draft. */
export function summarize(workspace: Workspace, source: Publishable): WorkspaceSummary {
  const content = source.state === 'edition' ? source.edition.content : source.content;
  const lastImport = workspace.imports.list().findLast(({ undoneAt }) => undoneAt === null);
  return {
    title: content.title,
    subtitle: content.subtitle,
    municipality: content.municipality,
    edition: source.state === 'edition' ? source.edition.content.label : null,
    profile: content.profile.id,
    ...countDocument(content.document, content.profile),
    institutions: content.participants.length,
    unplaced: source.state === 'draft' ? (lastImport?.report.unplaced ?? []) : [],
    editions: workspace.editions.list(),
    outline: publish(source).parts.flatMap((part) =>
      part.type === 'foreword' ? [{ level: 1, number: '', title: part.title, goals: {} }] : outlineOf(part),
    ),
  };
}

function outlineOf(section: PublishedSection): OutlineLine[] {
  const goals: Record<string, number> = {};
  const below: OutlineLine[] = [];
  for (const block of section.blocks) {
    if (block.type === 'goalGroup') goals[block.title] = (goals[block.title] ?? 0) + block.goals.length;
    if (block.type === 'section') below.push(...outlineOf(block));
  }
  return [{ level: section.level, number: section.number, title: section.title, goals }, ...below];
}
