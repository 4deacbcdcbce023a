import { parseProfile, type Profile } from '../../shared/schema/profile.ts';

const rule = (prefix: string) => ({ style: 'decimal', prefix });

const parsed = parseProfile(
  {
    format: 'leitbild-profile',
    version: 1,
    id: 'sample',
    name: 'Leitziele mit zwei Ebenen darunter, Teilziele daneben',
    language: 'de',
    labels: {
      foreword: 'Grußwort',
      preface: 'Vorbemerkung',
      chapter: 'Kapitel',
      section: 'Abschnitt',
      actionField: 'Handlungsfeld',
      subpoint: 'Unterpunkt',
      participants: 'Beteiligte Institutionen',
    },
    goalKinds: [
      { id: 'leitziel', singular: 'Leitziel', plural: 'Leitziele', rank: 1, number: rule('L') },
      { id: 'teilziel', singular: 'Teilziel', plural: 'Teilziele', rank: 2, number: rule('T') },
      {
        id: 'handlungsziel',
        singular: 'Handlungsziel',
        plural: 'Handlungsziele',
        rank: 3,
        under: ['leitziel'],
        number: rule('H'),
      },
      {
        id: 'massnahme',
        singular: 'Maßnahme',
        plural: 'Maßnahmen',
        rank: 4,
        under: ['handlungsziel'],
        number: rule('M'),
      },
    ],
    numbering: {
      chapter: { style: 'decimal', separator: null },
      section: { style: 'decimal' },
      actionField: { style: 'decimal' },
      subpoints: [
        { style: 'lower-alpha', suffix: ')' },
        { style: 'lower-roman', suffix: ')' },
      ],
      footnote: { style: 'decimal', restart: 'document' },
    },
    importing: { forewordOpenings: [], forewordHeadings: [], participantHeadings: [] },
  },
  'sample-profile.ts',
);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));

/** A profile of an invented city with four levels: fields hold leading goals, which hold goals that hold measures. */
export const sampleProfile: Profile = parsed.value;
