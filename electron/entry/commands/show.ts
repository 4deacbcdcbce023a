import type { Command } from 'commander';
import type { Publishable } from '../../../shared/editions/edition.ts';
import type { Profile } from '../../../shared/schema/profile.ts';
import { valueOf } from '../../../shared/errors/value-of.ts';
import { draftLabel, selectSource } from '../../host/editions/select-source.ts';
import { summarize, type WorkspaceSummary } from '../../host/editions/summary.ts';
import type { Workspace } from '../../host/workspace/workspace.ts';
import { withWorkspace, type CommandContext } from '../command-context.ts';
import type { RunCommand } from '../program.ts';
import { describeCounts } from '../report-text.ts';

export function addShow(program: Command, { words }: CommandContext, run: RunCommand): void {
  const { help } = words.commands;
  program
    .command('show')
    .description(help.show)
    .argument('<file>')
    .option('--edition <label>', help.edition)
    .option('--json', help.json)
    .action((path: string, options: { edition?: string; json?: true }) =>
      run((context) =>
        withWorkspace(path, context, 'read', (workspace) => {
          const { terminal, words } = context;
          const source = sourceToShow(workspace, options.edition, context.ports.clock.now());
          if (source === null) {
            terminal.out(options.json ? 'null' : words.commands.nothingYet(path));
            return;
          }
          const summary = summarize(workspace, source);
          if (options.json) {
            terminal.out(JSON.stringify(summary, null, 2));
            return;
          }
          if (options.edition === undefined && summary.edition !== null) {
            terminal.out(`${words.commands.draftEmptyShowing(summary.edition)}\n`);
          }
          const { profile } = source.state === 'edition' ? source.edition.content : source.content;
          terminal.out(describe(summary, profile, context));
        }),
      ),
    );
}

/** What the user named; else the draft, or the last edition where the draft is empty; `null` where there is neither. */
function sourceToShow(workspace: Workspace, label: string | undefined, now: string): Publishable | null {
  if (label !== undefined) return valueOf(selectSource(workspace, label, now));
  const draft = selectSource(workspace, draftLabel, now);
  if (draft.ok || draft.error.code !== 'text-empty') return valueOf(draft);
  const last = workspace.editions.list().at(-1);
  return last ? valueOf(selectSource(workspace, last.label, now)) : null;
}

function describe(summary: WorkspaceSummary, profile: Profile, { words }: CommandContext): string {
  const { commands } = words;
  const editions = summary.editions.map(
    ({ label, frozenAt, hash }) => `  ${label.padEnd(8)} ${frozenAt.slice(0, 10)}  ${hash}`,
  );
  const outline = summary.outline.map(({ level, number, title, goals }) => {
    const groups = Object.entries(goals).map(([name, count]) => `${count} ${name}`);
    const indent = '  '.repeat(level);
    return `${indent}${[number, title || commands.untitled].filter((part) => part !== '').join(' ')}${groups.length > 0 ? `  (${groups.join(', ')})` : ''}`;
  });
  return [
    [summary.title || commands.untitled, summary.subtitle].filter((part) => part !== '').join(' – '),
    summary.edition === null ? commands.draft : commands.editionNamed(summary.edition),
    '',
    ...describeCounts(summary, profile, words),
    '',
    ...outline,
    '',
    `${commands.editions}: ${editions.length === 0 ? commands.noEditions : ''}`,
    ...editions,
  ].join('\n');
}
