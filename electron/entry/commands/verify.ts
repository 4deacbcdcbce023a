import { extname } from 'node:path';
import type { Command } from 'commander';
import { hashOfBytes } from '../../../shared/editions/hash.ts';
import { appError, AppFailure } from '../../../shared/errors/errors.ts';
import { valueOf } from '../../../shared/errors/value-of.ts';
import { SHA256_PATTERN } from '../../../shared/ids/ids.ts';
import { readFileOf } from '../../host/files/read-file.ts';
import { withWorkspace, type CommandContext } from '../command-context.ts';
import type { RunCommand } from '../program.ts';

/** Exports of editions are far smaller. */
const MOST_EXPORT_BYTES = 100_000_000;

export function addVerify(program: Command, { words }: CommandContext, run: RunCommand): void {
  const { help } = words.commands;
  program
    .command('verify')
    .description(help.verify)
    .argument('<file>')
    .option('--edition <label>', help.edition)
    .option('--hash <sha256>', help.hash)
    .action((path: string, options: { edition?: string; hash?: string }) =>
      run(async (context) => {
        await refuseExport(path);
        await withWorkspace(path, context, 'read', (workspace) => {
          const { terminal } = context;
          const { commands } = context.words;
          const { editions } = valueOf(workspace.verify());
          const { edition: label, hash } = options;
          const checked =
            label === undefined ? editions : editions.filter((edition) => edition.label === label);
          if (label !== undefined && checked.length === 0) valueOf(workspace.editions.get(label));
          const labelFound = hash === undefined ? null : labelOfHash(hash, checked);
          for (const edition of checked) terminal.out(commands.verifiedEdition(edition.label, edition.hash));
          terminal.out(commands.verified(path));
          if (labelFound !== null) terminal.out(commands.verifiedHash(labelFound));
        });
      }),
    );
}

/** An exported edition proves nothing by itself: it is compared with the file that it came from. */
async function refuseExport(path: string): Promise<void> {
  if (extname(path).toLowerCase() !== '.json') return;
  const bytes = valueOf(await readFileOf(path, MOST_EXPORT_BYTES));
  throw new AppFailure(appError('edition-alone', { path, hash: hashOfBytes(bytes) }));
}

/** The label of the edition that has this hash, however it is spaced. Fails with `hash-unmatched` or `argument-invalid`. */
function labelOfHash(
  hash: string,
  editions: readonly { readonly label: string; readonly hash: string }[],
): string {
  const wanted = hash.toLowerCase().replaceAll(/\s/g, '');
  if (!SHA256_PATTERN.test(wanted)) {
    throw new AppFailure(appError('argument-invalid', { argument: '--hash', reason: 'hash-form' }));
  }
  const match = editions.find((edition) => edition.hash === wanted);
  if (!match) throw new AppFailure(appError('hash-unmatched', { hash: wanted }));
  return match.label;
}
