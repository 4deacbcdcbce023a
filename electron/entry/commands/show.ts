import type { Command } from 'commander';
import type { Publishable } from '../../../shared/editions/edition.ts';
import { ok, type Result } from '../../../shared/errors/result.ts';
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
          const source = valueOf(sourceToShow(workspace, options.edition, context.ports.clock.now()));
          const summary = summarize(workspace, source);
          const { profile } = source.state === 'edition' ? source.edition.content : source.content;
          context.terminal.out(
            options.json ? JSON.stringify(summary, null, 2) : describe(summary, profile, context),
          );
        }),
      ),
    );
}

/** What the user named; else the draft, or the last edition where there is no draft. */
function sourceToShow(workspace: Workspace, label: string | undefined, now: string): Result<Publishable> {
  if (label !== undefined) return selectSource(workspace, label, now);
  const draft = selectSource(workspace, draftLabel, now);
  const last = workspace.editions.list().at(-1);
  if (draft.ok || draft.error.code !== 'text-empty' || !last) return draft;
  const edition = selectSource(workspace, last.label, now);
  return edition.ok ? ok(edition.value) : edition;
}

function describe(summary: WorkspaceSummary, profile: Profile, { words }: CommandContext): string {
  const { commands } = words;
  const editions = summary.editions.map(
    ({ label, frozenAt, hash }) => `  ${label.padEnd(8)} ${frozenAt.slice(0, 10)}  ${hash}`,
  );
  const outline = summary.outline.map(({ level, number, title, goals }) => {
    const groups = Object.entries(goals).map(([name, count]) => `${count} ${name}`);
    const indent = '  '.repeat(level);
    return `${indent}${[number, title].filter((part) => part !== '').join(' ')}${groups.length > 0 ? `  (${groups.join(', ')})` : ''}`;
  });
  return [
    [summary.title, summary.subtitle].filter((part) => part !== '').join(' – '),
    summary.edition === null ? commands.draft : `Edition ${summary.edition}`,
    '',
    ...describeCounts(summary, profile, words),
    '',
    ...outline,
    '',
    `${commands.editions}: ${editions.length === 0 ? commands.noEditions : ''}`,
    ...editions,
  ].join('\n');
}
