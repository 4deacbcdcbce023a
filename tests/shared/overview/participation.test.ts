import { describe, expect, it } from 'vitest';
import type { Contribution } from '../../../shared/contributions/contribution.ts';
import { readText } from '../../../shared/decisions/read-text.ts';
import { contributionId, institutionId, nodeId, roundId } from '../../../shared/ids/ids.ts';
import { anchorPlacesIn } from '../../../shared/overview/anchor-places.ts';
import { dissents } from '../../../shared/overview/dissent.ts';
import { participationOf, type ParticipationSources } from '../../../shared/overview/participation.ts';
import { stateHistory } from '../../../shared/overview/state-history.ts';
import { numberDocument } from '../../../shared/text/numbering.ts';
import { placesOf } from '../../../shared/weighing/places.ts';
import { statement, withdrawal } from '../../support/arbitrary-contribution.ts';
import { onNode, onWords } from '../../support/decisions.ts';
import { createNodeMakers } from '../../support/node-makers.ts';
import { realisticDocument } from '../../support/realistic-document.ts';
import { shippedProfile } from '../../support/standard-profile.ts';
import { decision, institution, position, taken } from './overview-records.ts';

const { as, heading, p, goal, group } = createNodeMakers();
const field = (id: string, title: string, ...goals: ReturnType<typeof goal>[]) =>
  ({
    type: 'actionField',
    attrs: as(id),
    content: [heading(title), group('teilziel', '', ...goals)],
  }) as const;
const document = {
  type: 'leitbild',
  content: [
    { type: 'chapter', attrs: as('intro'), content: [heading('Einleitung'), p('Wozu es dient.')] },
    {
      type: 'chapter',
      attrs: as('ziele'),
      content: [
        heading('Ziele'),
        field('arbeit', 'Arbeit', goal('g1', 'Alle finden Arbeit.'), goal('g2', 'Löhne sind fair.')),
        field('wohnen', 'Wohnen', goal('g3', 'Alle wohnen gut.')),
      ],
    },
  ],
} as const;
const institutions = ['caritas', 'kirche', 'sport'].map((id) => institution(id));

function participation(records: readonly Contribution[], change: Partial<ParticipationSources> = {}) {
  const places = placesOf(document, numberDocument(document, shippedProfile()));
  return participationOf({
    ...{ voices: taken(...records), institutions, invited: institutions, places, round: null },
    isAsked: () => true,
    anchors: anchorPlacesIn(readText(document).flow, places),
    ...change,
  });
}

const say = (id: string, by: string, change: Partial<Omit<ReturnType<typeof statement>, 'id'>> = {}) =>
  statement(id, { institution: institutionId(by), ...change });
const shown = ({ rows }: ReturnType<typeof participation>): readonly string[] =>
  rows.map(
    ({ institution: id, cells }) =>
      `${id} ${cells.map(({ statements, positions }) => `${String(statements)}+${String(positions)}`).join(' ')}`,
  );

describe('participation by institution and field', () => {
  it('OVE1: counts the statements that stand and the positions that hold, where they point today', () => {
    const counted = participation([
      say('c1', 'caritas', { anchor: onNode(document, 'g1') }),
      say('c2', 'caritas', { anchor: onWords(document, 'Löhne') }),
      say('c3', 'caritas', { anchor: onNode(document, 'wohnen') }),
      say('c4', 'kirche', { anchor: onNode(document, 'g3') }),
      withdrawal('w1', 'c4', { institution: institutionId('kirche') }),
      say('c5', 'kirche', { anchor: onNode(document, 'g3') }),
      say('c6', 'kirche', { anchor: onNode(document, 'g3'), replaces: contributionId('c5') }),
      position('p1', 'kirche', 'g1'),
      position('p2', 'kirche', 'g1', 'object'),
    ]);
    expect(counted.columns.map(({ place }) => place?.id)).toEqual(['arbeit', 'wohnen']);
    expect(shown(counted)).toEqual(['caritas 2+0 1+0', 'kirche 0+1 1+0', 'sport 0+0 0+0']);
    expect(counted.totals).toEqual([
      { statements: 2, positions: 1 },
      { statements: 2, positions: 0 },
    ]);
    expect(counted.total).toEqual({ statements: 4, positions: 1 });
  });

  it('OVE1: shows what is about no field, about all and about what is gone, where there is any', () => {
    const counted = participation([
      say('c1', 'caritas', { anchor: onNode(document, 'intro') }),
      say('c2', 'kirche', { anchor: { on: 'document' } }),
      say('c3', 'sport'),
    ]);
    expect(counted.columns.map(({ kind }) => kind)).toEqual(['field', 'field', 'rest', 'document', 'gone']);
    expect(shown(counted)).toEqual([
      'caritas 0+0 0+0 1+0 0+0 0+0',
      'kirche 0+0 0+0 0+0 1+0 0+0',
      'sport 0+0 0+0 0+0 0+0 1+0',
    ]);
  });

  it('OVE2: has a row for whoever is asked, silent ones too, and for whoever said something', () => {
    const caritas = institutions.slice(0, 1);
    const records = [say('c1', 'kirche', { anchor: onNode(document, 'g1') }), position('p1', 'weg', 'g1')];
    const { rows } = participation(records, { invited: caritas });
    expect(
      rows.map(({ name, isInvited, total }) => [name, isInvited, total.statements + total.positions]),
    ).toEqual([
      ['Name von caritas', true, 0],
      ['Name von kirche', false, 1],
      ['weg', false, 1],
    ]);
  });

  it('OVE2: counts one round, or all', () => {
    const later = say('c2', 'caritas', { anchor: onNode(document, 'g1'), round: roundId('r2') });
    const records = [
      say('c1', 'caritas', { anchor: onNode(document, 'g1') }),
      later,
      position('p1', 'sport', 'g1'),
    ];
    expect(shown(participation(records, { round: roundId('r2') }))).toEqual([
      'caritas 1+0 0+0',
      'kirche 0+0 0+0',
      'sport 0+0 0+0',
    ]);
    expect(participation(records).total).toEqual({ statements: 2, positions: 1 });
  });

  it('OVE2: tells of each field whether it was asked about', () => {
    const { columns } = participation([], { isAsked: ({ id }) => id === nodeId('wohnen') });
    expect(columns.map((column) => column.kind === 'field' && [column.place.id, column.isAsked])).toEqual([
      ['arbeit', false],
      ['wohnen', true],
    ]);
  });

  it('OVE6: counts 10,600 contributions of 106 institutions in 11 fields, none left out, none twice', () => {
    const text = realisticDocument();
    const places = placesOf(text, numberDocument(text, shippedProfile()));
    const flow = readText(text).flow;
    const goals = places.all.filter(({ type }) => type === 'goal').map(({ id }) => onNode(text, id));
    const asked = Array.from({ length: 106 }, (_, index) => institution(`i${String(index)}`));
    const voices = taken(
      ...asked.flatMap(({ id }, row) =>
        Array.from({ length: 100 }, (_, index) => {
          const anchor = goals[(row + index) % goals.length] ?? ({ on: 'document' } as const);
          return say(`c-${String(row)}-${String(index)}`, id, { anchor, kind: 'objection' });
        }),
      ),
    ).map(({ record }, index) => ({
      record,
      receipt: { receivedAt: new Date(1_600_000_000_000 + index * 60_000).toISOString() },
    }));
    const decisions = voices
      .filter((_, index) => index % 2 === 0)
      .map(({ record }, index) => ({
        ...decision(`d${String(index)}`, 1, [record.id]),
        at: new Date(1_610_000_000_000 + index * 60_000).toISOString(),
      }));
    const counted = participationOf({
      ...{ voices, institutions: asked, invited: asked, places, round: null },
      ...{ anchors: anchorPlacesIn(flow, places), isAsked: () => true },
    });
    const days = stateHistory({ voices, decisions, round: null, dayOf: (at) => at.slice(0, 10) });
    expect([counted.rows.length, counted.columns.length, counted.total.statements]).toEqual([
      106, 11, 10_600,
    ]);
    expect(days.at(-1)?.counts).toMatchObject({ open: 5_300, decided: 5_300 });
    expect(dissents(voices, decisions, null)).toHaveLength(5_300);
  });

  it('OVE1: places each anchor as the table of contributions does', () => {
    const places = placesOf(document, numberDocument(document, shippedProfile()));
    const anchors = anchorPlacesIn(readText(document).flow, places);
    const anchor = onWords(document, 'Alle finden Arbeit');
    expect(anchors.fieldOf(anchor)).toBe('arbeit');
    const elsewhere = { ...anchor, nodeId: nodeId('x'), quote: 'Alle feiern Arbeit' };
    expect(anchors.fieldOf(elsewhere)).toBe('gone');
    expect(anchors.fieldOf(onNode(document, 'intro'))).toBe('intro');
  });
});
