import type { Command } from 'commander';
import { compareDocuments, type UnitChange } from '../../../shared/diff/compare-documents.ts';
import type { Publishable } from '../../../shared/editions/edition.ts';
import { lineageOf, type Lineage } from '../../../shared/lineage/lineage.ts';
import { numberDocument } from '../../../shared/text/numbering.ts';
import { valueOf } from '../../../shared/errors/value-of.ts';
import { selectSource } from '../../host/editions/select-source.ts';
import { withWorkspace, type CommandContext } from '../command-context.ts';
import type { RunCommand } from '../program.ts';

/** The units whose lineage readers ask for. */
const tracedTypes = ['chapter', 'actionField', 'goal'] as const;

export function addCompare(program: Command, { words }: CommandContext, run: RunCommand): void {
  const { help } = words.commands;
  program
    .command('compare')
    .description(help.compare)
    .argument('<file>')
    .argument('<earlier>')
    .argument('<later>')
    .option('--json', help.json)
    .action((path: string, earlier: string, later: string, options: { json?: true }) =>
      run(async (context) => {
        const now = context.ports.clock.now();
        const [before, after] = await withWorkspace(
          path,
          context,
          'read',
          (workspace) =>
            [
              valueOf(selectSource(workspace, earlier, now)),
              valueOf(selectSource(workspace, later, now)),
            ] as const,
        );
        const comparison = compareDocuments(contentOf(before).document, contentOf(after).document);
        const lineage = Object.fromEntries(tracedTypes.map((type) => [type, lineageOf(comparison, type)]));
        context.terminal.out(
          options.json
            ? JSON.stringify({ earlier, later, lineage, changes: comparison.changes }, null, 2)
            : describe(before, after, comparison.changes, lineage, context),
        );
      }),
    );
}

function contentOf(
  source: Publishable,
): Pick<Extract<Publishable, { state: 'draft' }>['content'], 'document' | 'profile'> {
  return source.state === 'edition' ? source.edition.content : source.content;
}

function describe(
  before: Publishable,
  after: Publishable,
  changes: readonly UnitChange[],
  lineage: Readonly<Record<string, Lineage>>,
  { words }: CommandContext,
): string {
  const { comparison } = words.commands;
  const numbers = [before, after].map((source) => {
    const { document, profile } = contentOf(source);
    return numberDocument(document, profile);
  });
  const numberOf = (change: UnitChange): string =>
    [numbers[0]?.get(change.id)?.full, numbers[1]?.get(change.id)?.full]
      .map((number) => number ?? '–')
      .filter((number, index, both) => index === 0 || number !== both[0])
      .join(' → ');
  const counts = Object.entries(lineage).map(([type, lists]) => {
    const parts = (['kept', 'reworded', 'moved', 'split', 'merged', 'new', 'dropped'] as const).map(
      (key) => `${comparison[key]} ${lists[key].length}`,
    );
    return `${type.padEnd(12)} ${parts.join(', ')}`;
  });
  const lines = changes
    .filter((change) => change.status !== 'kept' && (tracedTypes as readonly string[]).includes(change.type))
    .map(
      (change) =>
        `${numberOf(change).padEnd(18)} ${reasonsOf(change, words.commands.comparison).join(', ')}\n    ${wordsOf(change)}`,
    );
  return [...counts, '', ...lines].join('\n');
}

function reasonsOf(change: UnitChange, words: CommandContext['words']['commands']['comparison']): string[] {
  if (change.status === 'new')
    return [change.from.length > 0 ? `${words.split}: ${change.from.join(', ')}` : words.new];
  if (change.status === 'dropped')
    return [change.into.length > 0 ? `${words.merged}: ${change.into.join(', ')}` : words.dropped];
  const reasons = (['reworded', 'reformatted', 'moved'] as const)
    .filter((key) => change[key])
    .map((key) => words[key]);
  return change.from.length > 0 ? [...reasons, `${words.merged}: ${change.from.join(', ')}`] : reasons;
}

/** The words with what was deleted as [-…-] and what was inserted as {+…+}, as `wdiff` writes it. */
function wordsOf(change: UnitChange): string {
  if (!change.reworded) return (change.after ?? change.before)?.text ?? '';
  return change.words
    .map(({ type, text }) => (type === 'same' ? text : type === 'deleted' ? `[-${text}-]` : `{+${text}+}`))
    .join('');
}
