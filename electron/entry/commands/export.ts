import { Option, type Command } from 'commander';
import { exportFormats, type ExportFormat } from '../../../shared/api/export-calls.ts';
import { valueOf } from '../../../shared/errors/value-of.ts';
import { draftLabel, selectSource } from '../../host/editions/select-source.ts';
import { assetsOf, exportPublishable } from '../../host/export/export-publishable.ts';
import { createPdfExporter } from '../../host/export/pdf/export-pdf.ts';
import { defaultPdfEngine, pdfEngineNames, type PdfEngineName } from '../../host/export/pdf/pdf-engine.ts';
import { writeFileWhole } from '../../host/files/write-file.ts';
import { withWorkspace, type CommandContext } from '../command-context.ts';
import type { RunCommand } from '../program.ts';

interface ExportArguments {
  edition?: string;
  format: ExportFormat;
  output: string;
  engine?: PdfEngineName;
}

export function addExport(program: Command, { words }: CommandContext, run: RunCommand): void {
  const { help } = words.commands;
  program
    .command('export')
    .description(help.export)
    .argument('<file>')
    .option('--edition <label>', help.edition)
    .addOption(new Option('--format <format>', help.format).choices(exportFormats).makeOptionMandatory())
    .addOption(new Option('--engine <name>', help.engine).choices(pdfEngineNames))
    .requiredOption('-o, --output <path>', help.output)
    .action((path: string, options: ExportArguments) => run((context) => exportFile(path, options, context)));
}

async function exportFile(
  path: string,
  { edition = draftLabel, format, output, engine }: ExportArguments,
  context: CommandContext,
): Promise<void> {
  const { terminal, words, ports, signal } = context;
  const { source, assets } = await withWorkspace(path, context, 'read', (workspace) => {
    const selected = valueOf(selectSource(workspace, edition, ports.clock.now()));
    return { source: selected, assets: valueOf(assetsOf(selected, workspace)) };
  });
  const pdf = createPdfExporter();
  try {
    const request = { format, engine, signal, onProgress: terminal.progress };
    const bytes = valueOf(await exportPublishable(source, assets, pdf, request));
    valueOf(await writeFileWhole(output, bytes, { inputs: [path] }));
    terminal.out(words.commands.exported(output, sizeOf(bytes.length)));
    const typeset = format === 'pdf' || format === 'workingcopy';
    if (typeset && (engine ?? defaultPdfEngine()) === 'wasm') terminal.err(words.commands.engineWithoutProof);
  } finally {
    await pdf.close();
  }
}

function sizeOf(bytes: number): string {
  return bytes < 1_000_000 ? `${String(Math.ceil(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
