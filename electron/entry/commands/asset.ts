import { InvalidArgumentError, type Command } from 'commander';
import { valueOf } from '../../../shared/errors/value-of.ts';
import { addPicture, type PictureRequest } from '../../host/assets/add-picture.ts';
import type { AssetId } from '../../../shared/ids/ids.ts';
import { readFileOf } from '../../host/files/read-file.ts';
import type { Workspace } from '../../host/workspace/workspace.ts';
import { withWorkspace, type CommandContext } from '../command-context.ts';
import { proveWritable } from '../prove-writable.ts';
import type { RunCommand } from '../program.ts';

/** Pictures above this size have no place in a printed brochure. */
const PICTURE_LIMIT = 20_000_000;

interface AssetArguments {
  alt: string;
  logo?: true;
  portrait?: number;
}

export function addAsset(program: Command, { words }: CommandContext, run: RunCommand): void {
  const { help } = words.commands;
  program
    .command('asset')
    .description(help.asset)
    .argument('<file>')
    .argument('<picture>')
    .requiredOption('--alt <text>', help.alternativeText)
    .option('--logo', help.logo)
    .option('--portrait <number>', help.portrait, wholeNumber)
    .action((path: string, picture: string, options: AssetArguments) =>
      run(async (context) => {
        const bytes = valueOf(await readFileOf(picture, PICTURE_LIMIT));
        const request = { path: picture, bytes, alternativeText: options.alt, use: useOf(options) };
        const id = await withWorkspace(path, context, 'write', (workspace) => addTo(workspace, request));
        context.terminal.out(context.words.commands.assetAdded(id));
      }),
    );
}

function addTo(workspace: Workspace, request: PictureRequest): AssetId {
  proveWritable(workspace, 'own');
  return valueOf(addPicture(workspace, request));
}

function useOf({ logo, portrait }: AssetArguments): PictureRequest['use'] {
  if (logo) return { as: 'logo' };
  return portrait === undefined ? null : { as: 'portrait', foreword: portrait };
}

function wholeNumber(value: string): number {
  if (!/^[1-9]\d?$/.test(value)) throw new InvalidArgumentError('1–99');
  return Number(value);
}
