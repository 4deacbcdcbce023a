import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  ExternalHyperlink,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  ImageRun,
  InsertedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  type IRunOptions,
  type ParagraphChild,
} from 'docx';
import { mayorPicture } from '../../../../support/sample-pictures.ts';

const p = (text: string, options: object = {}) => new Paragraph({ text, ...options });
const bold = (text: string): IRunOptions => ({ text, bold: true });
const rich = (children: readonly ParagraphChild[], options: object = {}) =>
  new Paragraph({ children, ...options });

const numbering = {
  config: [
    {
      reference: 'ziele',
      levels: [
        { level: 0, format: LevelFormat.DECIMAL, text: '%1.' },
        { level: 1, format: LevelFormat.LOWER_LETTER, text: '%2)' },
      ],
    },
  ],
};

async function pack(children: readonly (Paragraph | Table)[], further: object = {}): Promise<Uint8Array> {
  const document = new Document({
    numbering,
    styles: {
      paragraphStyles: [
        { id: 'Feld', name: 'Unser Feld', basedOn: 'Normal', paragraph: { outlineLevel: 1 } },
        { id: 'FeldKlein', name: 'Unser Feld klein', basedOn: 'Feld' },
        { id: 'TOC1', name: 'toc 1', basedOn: 'Normal' },
      ],
    },
    sections: [
      {
        headers: { default: new Header({ children: [p('Leitbild Auenbrück')] }) },
        footers: { default: new Footer({ children: [p('Entwurf für den Rat')] }) },
        children,
      },
    ],
    ...further,
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** A Leitbild in Word: title, contents, headings by name and by outline level, lists, notes, links. */
export function leitbildDocx(): Promise<Uint8Array> {
  return pack(
    [
      p('Leitbild Zusammenleben', { heading: HeadingLevel.TITLE }),
      p('6 Ziele 4', { style: 'TOC1' }),
      p('6 Ziele', { heading: HeadingLevel.HEADING_1 }),
      rich([
        new TextRun('Wir '),
        new TextRun(bold('stärken')),
        new TextRun(' Vereine'),
        new FootnoteReferenceRun(1),
        new TextRun('; siehe '),
        new ExternalHyperlink({ link: 'https://example.org/', children: [new TextRun('dort')] }),
        new TextRun('.'),
      ]),
      p('6.1 Arbeit', { style: 'FeldKlein' }),
      rich([new TextRun(bold('Leitziele'))]),
      p('Arbeit ist fair.', { numbering: { reference: 'ziele', level: 0 } }),
      p('Auch in Teilzeit.', { numbering: { reference: 'ziele', level: 1 } }),
      p('Ein Bulletpunkt', { bullet: { level: 0 } }),
      p('•\tGetippter Punkt'),
      rich([new TextRun('Erste Zeile'), new TextRun({ text: 'zweite Zeile', break: 1 })]),
    ],
    { footnotes: { 1: { children: [p('Auch kleine.'), p('Und neue.')] } } },
  );
}

/** What a Leitbild cannot hold: a picture, a table, a comment. */
export function docxWithObjects(): Promise<Uint8Array> {
  const date = new Date('2019-04-01T00:00:00Z');
  return pack(
    [
      rich([
        new TextRun('Bild: '),
        new ImageRun({ type: 'png', data: mayorPicture, transformation: { width: 20, height: 20 } }),
      ]),
      new Table({
        rows: [
          new TableRow({
            children: [
              new TableCell({ children: [p('Zelle A')] }),
              new TableCell({ children: [p('Zelle B')] }),
            ],
          }),
        ],
      }),
      rich([
        new CommentRangeStart(0),
        new TextRun('Strittig.'),
        new CommentRangeEnd(0),
        new TextRun({ children: [new CommentReference(0)] }),
      ]),
    ],
    { comments: { children: [{ id: 0, author: 'A', date, children: [p('Bitte streichen')] }] } },
  );
}

/** A text with one insertion and two deletions still tracked. */
export function docxWithTrackedChanges(): Promise<Uint8Array> {
  const by = (id: number) => ({ id, author: 'A', date: '2019-04-01T00:00:00Z' });
  return pack([
    p('Ein Absatz davor.'),
    rich([
      new TextRun('Wir '),
      new DeletedTextRun({ text: 'könnten', ...by(1) }),
      new InsertedTextRun({ text: 'werden & wollen', ...by(2) }),
      new TextRun(' handeln.'),
      new DeletedTextRun({ text: ' Vielleicht.', ...by(3) }),
    ]),
  ]);
}
