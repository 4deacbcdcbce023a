import { SegmentedControl, Text, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import {
  sizeOf,
  type Counts,
  type FieldColumn,
  type Participation,
} from '../../../shared/overview/participation.ts';
import { useWords } from '../../client/use-words.ts';
import classes from './overview.module.css';
import { OverviewSection } from './overview-section.tsx';

type Counted = 'both' | 'statements' | 'positions';

const counted = ['both', 'statements', 'positions'] as const satisfies readonly Counted[];

/** Steps of shade of a cell. */
const STEPS = 4;

/**
 * Institutions by fields. The number says it; shade and the bar below it only help to find the large ones, so that it
 * reads without colour and in print.
 */
export function ParticipationSection({ participation }: { readonly participation: Participation }) {
  const words = useWords().overview.participation;
  const [what, setWhat] = useState<Counted>('both');
  const { columns, rows, totals, total } = participation;
  const valueOf = (counts: Counts): number => (what === 'both' ? sizeOf(counts) : counts[what]);
  const most = Math.max(1, ...rows.flatMap(({ cells }) => cells.map(valueOf)));
  return (
    <OverviewSection
      title={words.title}
      hint={words.hint}
      controls={
        <SegmentedControl
          size="sm"
          className={classes['controls'] ?? ''}
          aria-label={words.counted}
          value={what}
          onChange={setWhat}
          data={counted.map((value) => ({ value, label: words[value] }))}
        />
      }
    >
      {rows.length === 0 ? (
        <Text>{words.empty}</Text>
      ) : (
        <div className={classes['scroll']} tabIndex={0} role="region" aria-label={words.table}>
          <table className={classes['heat']}>
            <caption>{what === 'both' ? words.bothHint : words[what]}</caption>
            <thead>
              <tr>
                <th scope="col">{words.institution}</th>
                {columns.map((column) => (
                  <ColumnHead key={column.place?.id ?? column.kind} column={column} />
                ))}
                <th scope="col" className={classes['sum']}>
                  {words.sum}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.institution}>
                  <th scope="row">
                    {row.name}
                    {!row.isInvited && <span className={classes['aside']}> ({words.notInvited})</span>}
                  </th>
                  {row.cells.map((counts, index) => (
                    <td
                      key={columns[index]?.place?.id ?? columns[index]?.kind}
                      data-step={Math.ceil((valueOf(counts) / most) * STEPS)}
                      style={{ '--share': valueOf(counts) / most }}
                      title={words.cell(counts.statements, counts.positions)}
                    >
                      <Count counts={counts} what={what} isAsked={isAskedAbout(columns[index])} />
                    </td>
                  ))}
                  <td className={classes['sum']}>
                    <Count counts={row.total} what={what} />
                  </td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{words.sum}</th>
                {totals.map((counts, index) => (
                  <td key={columns[index]?.place?.id ?? columns[index]?.kind} className={classes['sum']}>
                    <Count counts={counts} what={what} />
                  </td>
                ))}
                <td className={classes['sum']}>
                  <Count counts={total} what={what} />
                </td>
              </tr>
            </tfoot>
          </table>
        </div>
      )}
    </OverviewSection>
  );
}

function ColumnHead({ column }: { readonly column: FieldColumn }) {
  const words = useWords().overview.participation;
  return (
    <th scope="col">
      {column.kind === 'field' ? (
        <>
          {column.place.number !== '' && (
            <span className={classes['columnNumber']}>{column.place.number} </span>
          )}
          <span className={classes['columnTitle']} lang="de" title={column.place.title}>
            {column.place.title}
          </span>
          {!column.isAsked && <span className={classes['aside']}>({words.notAsked})</span>}
        </>
      ) : (
        <span className={classes['columnTitle']}>{words[column.kind]}</span>
      )}
    </th>
  );
}

function isAskedAbout(column: FieldColumn | undefined): boolean {
  return column?.kind !== 'field' || column.isAsked;
}

interface CountProps {
  readonly counts: Counts;
  readonly what: Counted;
  /** Where nothing was asked, nothing said is no silence. */
  readonly isAsked?: boolean;
}

function Count({ counts, what, isAsked = true }: CountProps) {
  const words = useWords().overview.participation;
  const { statements, positions } = counts;
  if (!isAsked && sizeOf(counts) === 0) {
    return (
      <span data-zero>
        <span aria-hidden>–</span>
        <VisuallyHidden>{words.notAsked}</VisuallyHidden>
      </span>
    );
  }
  if (what !== 'both') return <span data-zero={counts[what] === 0 || undefined}>{counts[what]}</span>;
  if (sizeOf(counts) === 0) return <span data-zero>0</span>;
  return (
    <>
      <span aria-hidden>{`${String(statements)} + ${String(positions)}`}</span>
      <VisuallyHidden>{words.cell(statements, positions)}</VisuallyHidden>
    </>
  );
}
