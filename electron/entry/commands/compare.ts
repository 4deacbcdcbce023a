import type { Command } from 'commander';
import type { ComparedType } from '../../../renderer/words/comparison-words.ts';
import { compareDocuments } from '../../../shared/diff/compare-documents.ts';
import type { Publishable } from '../../../shared/editions/edition.ts';
import { lineageOf, type Lineage } from '../../../shared/lineage/lineage.ts';
import { valueOf } from '../../../shared/errors/value-of.ts';
import { selectSource } from '../../host/editions/select-source.ts';
import { withWorkspace, type CommandContext } from '../command-context.ts';
import { describeComparison } from '../comparison-text.ts';
import type { RunCommand } from '../program.ts';
import type { NamedDocument } from '../../../renderer/words/unit-names.ts';

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
        const say = context.words.commands.comparison;
        const types = Object.keys(say.rows) as ComparedType[];
        const lineage = Object.fromEntries(
          types.map((type) => [type, lineageOf(comparison, type)]),
        ) as Record<ComparedType, Lineage>;
        context.terminal.out(
          options.json
            ? JSON.stringify({ earlier, later, lineage, changes: comparison.changes }, null, 2)
            : describeComparison(contentOf(before), contentOf(after), comparison, lineage, say),
        );
      }),
    );
}

function contentOf(source: Publishable): NamedDocument {
  return source.state === 'edition' ? source.edition.content : source.content;
}
