import type { ImportReport } from '../../../shared/import/import-report.ts';
import { countDocument } from '../../../shared/text/counts.ts';
import { numberDocument } from '../../../shared/text/numbering.ts';
import { countKeyOf, goalKindOf, type Profile } from '../../../shared/schema/profile.ts';
import type { LeitbildNode } from '../../../shared/schema/document.ts';
import { childrenOf, headingOf, plainText, walk } from '../../../shared/schema/walk.ts';
import type { Fate, ImportResult, LedgerEntry } from './import-result.ts';

/** What the report says of the file itself. */
export type SourceFacts = ImportReport['source'];

/** Sums an import up: what was found, what became of every word, and what a reader should look at. */
export function createImportReport(
  result: ImportResult,
  source: SourceFacts,
  profile: Profile,
): ImportReport {
  const counts = countDocument(result.document, profile);
  const goals = profile.goalKinds.reduce((sum, kind) => sum + (counts[countKeyOf(kind)] ?? 0), 0);
  return {
    ...counts,
    source,
    isLeitbild: goals > 0,
    institutions: result.institutions.length,
    words: countWords(result.ledger),
    unplaced: linesOf(result.ledger, (fate) => (fate.type === 'unplaced' ? '' : undefined)).map(
      ({ line, text }) => ({ line, text }),
    ),
    furniture: linesOf(result.ledger, (fate) => (fate.type === 'furniture' ? fate.as : undefined)),
    warnings: result.warnings,
    outline: outlineOf(result, profile),
  };
}

function countWords(ledger: readonly LedgerEntry[]): ImportReport['words'] {
  const count = (holds: (fate: Fate) => boolean): number => ledger.filter(({ fate }) => holds(fate)).length;
  const furniture = (as: string): number => count((fate) => fate.type === 'furniture' && fate.as === as);
  return {
    total: ledger.length,
    placed: count((fate) => fate.type === 'placed' && !fate.joined),
    joined: count((fate) => fate.type === 'placed' && fate.joined),
    institutions: count((fate) => fate.type === 'institution'),
    structure: count((fate) => fate.type === 'structure'),
    headers: furniture('header'),
    footers: furniture('footer'),
    pageNumbers: furniture('pageNumber'),
    contents: furniture('contents'),
    ...(furniture('leftOut') > 0 && { leftOut: furniture('leftOut') }),
    unplaced: count((fate) => fate.type === 'unplaced'),
  };
}

/** Words with a certain fate, put together again by line. */
function linesOf(
  ledger: readonly LedgerEntry[],
  kindOf: (fate: Fate) => string | undefined,
): readonly { readonly line: number; readonly text: string; readonly as: string }[] {
  const lines: { line: number; text: string; as: string }[] = [];
  for (const { token, fate } of ledger) {
    const as = kindOf(fate);
    if (as === undefined) continue;
    const last = lines.at(-1);
    if (last?.line === token.line && last.as === as) last.text += ` ${token.text}`;
    else lines.push({ line: token.line, text: token.text, as });
  }
  return lines;
}

/** Chapters, sections and fields with how many goals of each kind stand in them, those of deeper ones included. */
function outlineOf(result: ImportResult, profile: Profile): ImportReport['outline'] {
  const numbers = numberDocument(result.document, profile);
  const outline: { number: string; title: string; goals: Record<string, number> }[] = [];
  walk(result.document, (node) => {
    switch (node.type) {
      case 'foreword':
      case 'preface':
      case 'chapter':
      case 'section':
      case 'actionField': {
        const title = plainText(headingOf(node)) || signerOf(node);
        const number = numbers.get(node.attrs.id)?.full ?? '';
        outline.push({ number, title, goals: goalsIn(node, profile) });
        return;
      }
      default:
    }
  });
  return outline;
}

function goalsIn(part: LeitbildNode, profile: Profile): Record<string, number> {
  const goals: Record<string, number> = {};
  walk(part, (node) => {
    if (node.type !== 'goalGroup') return;
    const kind = goalKindOf(profile, node.attrs.kind);
    const count = (node.content ?? []).filter((child) => child.type === 'goal').length;
    if (kind && count > 0) goals[countKeyOf(kind)] = (goals[countKeyOf(kind)] ?? 0) + count;
  });
  return goals;
}

/** A foreword without heading is told by who signed it. */
function signerOf(part: LeitbildNode): string {
  const signature = childrenOf(part).find((child) => child.type === 'signature');
  const name = signature && childrenOf(signature)[0];
  return name ? plainText(childrenOf(name)) : '';
}
