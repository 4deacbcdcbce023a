import { describeWarning } from '../../renderer/words/language.ts';
import type { Words } from '../../renderer/words/words.ts';
import type { ImportReport } from '../../shared/import/import-report.ts';
import { countKeyOf, type Profile } from '../../shared/schema/profile.ts';

/** How many lines of a list are printed; the rest stands in the JSON report. */
const MOST_LINES = 20;

/** Counts of a text by name, in reading order, as `show` and the report of an import print them. */
export function describeCounts(
  counts: { readonly [key: string]: unknown },
  profile: Profile,
  { commands }: Words,
): string[] {
  const plurals = new Map(profile.goalKinds.map((kind) => [countKeyOf(kind), kind.plural]));
  const keys = [
    'forewords',
    'chapters',
    'actionFields',
    ...plurals.keys(),
    'subpoints',
    'footnotes',
    'institutions',
  ];
  return keys.map((key) => {
    const name = plurals.get(key) ?? commands.counts[key] ?? key;
    return `${String(Number(counts[key] ?? 0)).padStart(6)}  ${name}`;
  });
}

/** The preview of an import for the eye: what was found, what was not placed, what to look at. */
export function describeReport(report: ImportReport, profile: Profile, words: Words): string {
  const { commands } = words;
  const lines = (
    entries: readonly { readonly line: number }[],
    text: (index: number) => string,
  ): string[] => {
    const shown = entries.slice(0, MOST_LINES).map(({ line }, index) => {
      const place = line > 0 ? `${commands.line(line, report.source.format)}: ` : '';
      return `  ${place}${text(index)}`;
    });
    return entries.length > MOST_LINES ? [...shown, `  … (${entries.length - MOST_LINES})`] : shown;
  };
  const { unplaced, warnings } = report;
  return [
    commands.importFound(report.source.name),
    ...describeCounts(report, profile, words),
    ...(report.isLeitbild ? [] : [commands.importIsNoLeitbild]),
    commands.importWords(report.words.total, report.words.unplaced),
    ...(unplaced.length === 0
      ? []
      : [commands.importUnplaced, ...lines(unplaced, (at) => unplaced[at]?.text ?? '')]),
    ...(warnings.length === 0
      ? []
      : [
          commands.importWarnings,
          ...lines(warnings, (at) => {
            const warning = warnings[at];
            return warning ? describeWarning(warning, report.source.format, words) : '';
          }),
        ]),
  ].join('\n');
}
