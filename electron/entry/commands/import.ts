import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import type { Profile } from '../../../shared/schema/profile.ts';
import { valueOf } from '../../../shared/errors/value-of.ts';
import { readFileOf } from '../../host/files/read-file.ts';
import { writeFileWhole } from '../../host/files/write-file.ts';
import { planImportInWorker } from '../../host/import/import-job.ts';
import { applyImport, type AppliedImport, type ImportPlan } from '../../host/import/import-source.ts';
import { MAX_SOURCE_BYTES } from '../../host/import/read-source.ts';
import { loadProfile } from '../../host/profiles/shipped-profiles.ts';
import { withWorkspace, type CommandContext } from '../command-context.ts';
import { proveEnding } from '../prove-ending.ts';
import { proveWritable } from '../prove-writable.ts';
import type { RunCommand } from '../program.ts';
import { describeReport } from '../report-text.ts';

interface ImportArguments {
  into: string;
  profile?: string;
  report?: string;
  dryRun?: true;
  acceptTrackedChanges?: true;
  replace?: true;
}

export function addImport(program: Command, { words }: CommandContext, run: RunCommand): void {
  const { help } = words.commands;
  program
    .command('import')
    .description(help.import)
    .argument('<input>')
    .requiredOption('--into <file>', help.into)
    .option('--profile <profile>', help.profile)
    .option('--report <path>', help.report)
    .option('--dry-run', help.dryRun)
    .option('--accept-tracked-changes', help.acceptTracked)
    .option('--replace', help.replace)
    .action((input: string, options: ImportArguments) =>
      run((context) => importFile(input, options, context)),
    );
}

async function importFile(input: string, options: ImportArguments, context: CommandContext): Promise<void> {
  const { terminal, words, signal } = context;
  proveEnding(options.into, '--into');
  const bytes = valueOf(await readFileOf(input, MAX_SOURCE_BYTES));
  const profile = await profileFor(options, context);
  const acceptTrackedChanges = options.acceptTrackedChanges === true;
  const job = { bytes, name: basename(input), profile, acceptTrackedChanges };
  const plan = valueOf(await planImportInWorker(job, { signal, onProgress: terminal.progress }));
  if (options.report !== undefined) {
    const report = `${JSON.stringify(plan.report, null, 2)}\n`;
    valueOf(await writeFileWhole(options.report, Buffer.from(report), { inputs: [input, options.into] }));
  }
  const applied = options.dryRun ? null : await applyTo(options, plan, profile, context);
  terminal.out(describeReport(plan.report, profile, words));
  if (options.report !== undefined) terminal.out(words.commands.reportWritten(options.report));
  if (applied === null) terminal.out(words.commands.importDryRun);
  else if (applied.importId === null) terminal.out(words.commands.importUnchanged(options.into));
  else terminal.out(words.commands.importApplied(options.into));
  for (const part of applied?.keptHeader ?? []) {
    terminal.out(words.commands.headerKept(words.commands.help[part], plan.header[part]));
  }
}

/** The profile that the user names; else that of the file, or the standard one for a new file. */
async function profileFor({ into, profile }: ImportArguments, context: CommandContext): Promise<Profile> {
  if (profile === undefined && existsSync(into)) {
    return withWorkspace(into, context, 'read', (workspace) => workspace.profile);
  }
  return valueOf(await loadProfile(profile ?? 'standard'));
}

/** Writes the plan. A file that was made for it does not stay behind where writing fails. */
async function applyTo(
  { into: path, replace }: ImportArguments,
  plan: ImportPlan,
  profile: Profile,
  context: CommandContext,
): Promise<AppliedImport> {
  const isNew = !existsSync(path);
  try {
    return await withWorkspace(path, context, { create: profile }, (workspace) =>
      workspace.transaction(() => {
        proveWritable(workspace, 'own');
        workspace.setProfile(profile);
        return valueOf(applyImport(workspace, plan, context.ports, { replaceGoals: replace === true }));
      }),
    );
  } catch (error) {
    if (isNew && existsSync(path)) await rm(path);
    throw error;
  }
}
