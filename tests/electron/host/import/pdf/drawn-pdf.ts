/** Words at a place of an A4 page; lengths in points, from the lower left corner. */
export interface DrawnText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly bold?: boolean;
  /** Degrees by which it is turned to the left. */
  readonly angle?: number;
}

/** A PDF with the given words at the given places, and nothing else. Only characters of Windows-1252. */
export function drawnPdf(pages: readonly (readonly DrawnText[])[]): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, index) => `${String(5 + index * 2)} 0 R`).join(' ')}] /Count ${String(pages.length)} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>',
  ];
  pages.forEach((texts, index) => {
    const content = texts
      .map(
        ({ text, x, y, size = 11, bold = false, angle = 0 }) =>
          `BT /${bold ? 'B' : 'R'} ${String(size)} Tf ${rotation(angle)} ${String(x)} ${String(y)} Tm (${text.replaceAll(/[\\()]/g, '\\$&')}) Tj ET`,
      )
      .join('\n');
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /R 3 0 R /B 4 0 R >> >> /Contents ${String(6 + index * 2)} 0 R >>`,
      `<< /Length ${String(content.length)} >>\nstream\n${content}\nendstream`,
    );
  });
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${String(index + 1)} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${String(objects.length + 1)}\n0000000000 65535 f \n${table}trailer\n<< /Size ${String(objects.length + 1)} /Root 1 0 R >>\nstartxref\n${String(file.length)}\n%%EOF\n`;
  return Uint8Array.from(file, (character) => windows1252[character] ?? character.charCodeAt(0));
}

function rotation(degrees: number): string {
  const radians = (degrees * Math.PI) / 180;
  const [cosine, sine] = [Math.cos(radians), Math.sin(radians)].map((value) => Number(value.toFixed(4)));
  return [cosine, sine, -(sine ?? 0), cosine].join(' ');
}

const windows1252: Readonly<Record<string, number>> = { '•': 0x95, '–': 0x96, '„': 0x84, '“': 0x93 };

/** Lines one below the other, each as wide as its words are. */
export function drawnLines(
  lines: readonly string[],
  x: number,
  y: number,
  options: { size?: number; leading?: number } = {},
): DrawnText[] {
  const { size = 11, leading = 14 } = options;
  return lines.map((text, index) => ({ text, x, y: y - index * leading, size }));
}
