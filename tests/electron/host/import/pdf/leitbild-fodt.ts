/** A paragraph of an invented Leitbild; `{{n}}` in the words stands for a footnote with the words `n` names. */
export type PrintedBlock =
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3; readonly text: string; readonly newPage?: boolean }
  | { readonly type: 'paragraph'; readonly text: string }
  | { readonly type: 'item'; readonly depth: 1 | 2; readonly text: string };

export interface PrintedText {
  readonly title: string;
  readonly header: string;
  readonly footer: string;
  readonly notes: Readonly<Record<string, string>>;
  readonly blocks: readonly PrintedBlock[];
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A flat OpenDocument text with running head, page number, footnotes and two levels of bullets, for LibreOffice to print. */
export function leitbildFodt(printed: PrintedText): string {
  let notes = 0;
  const inline = (text: string): string =>
    escape(text).replaceAll(/\{\{(\w+)\}\}/g, (_, key: string) => {
      notes += 1;
      return `<text:note text:id="n${String(notes)}" text:note-class="footnote"><text:note-citation>${String(notes)}</text:note-citation><text:note-body><text:p text:style-name="Footnote">${escape(printed.notes[key] ?? '')}</text:p></text:note-body></text:note>`;
    });
  const body = printed.blocks.map((block) => {
    if (block.type === 'heading') {
      const style = block.newPage ? 'NewPage' : `Heading_20_${String(block.level)}`;
      return `<text:h text:style-name="${style}" text:outline-level="${String(block.level)}">${inline(block.text)}</text:h>`;
    }
    if (block.type === 'paragraph') return `<text:p text:style-name="Body">${inline(block.text)}</text:p>`;
    const item = `<text:p text:style-name="Item">${inline(block.text)}</text:p>`;
    const inner =
      block.depth === 2 ? `<text:list><text:list-item>${item}</text:list-item></text:list>` : item;
    return `<text:list text:style-name="L"><text:list-item>${inner}</text:list-item></text:list>`;
  });
  const heading = (level: number, size: number): string =>
    `<style:style style:name="Heading_20_${String(level)}" style:display-name="Heading ${String(level)}" style:family="paragraph"><style:paragraph-properties fo:margin-top="5mm" fo:margin-bottom="2mm" fo:keep-with-next="always"/><style:text-properties fo:font-size="${String(size)}pt" fo:font-weight="bold" style:font-name="S"/></style:style>`;
  const bullet = (level: number, sign: string): string =>
    `<text:list-level-style-bullet text:level="${String(level)}" text:bullet-char="${sign}"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-6mm" fo:margin-left="${String(6 * level)}mm"/></style:list-level-properties><style:text-properties style:font-name="S"/></text:list-level-style-bullet>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="S" svg:font-family="'Liberation Serif'"/></office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:text-properties style:font-name="S" fo:font-size="11pt" fo:language="de" fo:country="DE"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"/>
<style:style style:name="Body" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="2.5mm" fo:text-align="justify"/></style:style>
<style:style style:name="Item" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="1mm"/></style:style>
<style:style style:name="Footnote" style:family="paragraph"><style:text-properties fo:font-size="8.5pt"/></style:style>
<style:style style:name="Running" style:family="paragraph"><style:text-properties fo:font-size="9pt"/></style:style>
${heading(1, 18)}${heading(2, 14)}${heading(3, 11)}
<text:list-style style:name="L">${bullet(1, '\uf0b7')}${bullet(2, 'o')}</text:list-style>
<style:style style:name="Mark" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<text:notes-configuration text:note-class="footnote" text:citation-style-name="Mark" text:citation-body-style-name="Mark" text:start-numbering-at="document" style:num-format="1" text:start-value="0" text:footnotes-position="page"/>
</office:styles>
<office:automatic-styles>
<style:style style:name="NewPage" style:family="paragraph" style:parent-style-name="Heading_20_1"><style:paragraph-properties fo:break-before="page"/></style:style>
<style:page-layout style:name="P"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm" fo:margin="20mm"/><style:header-style><style:header-footer-properties fo:min-height="8mm" fo:margin-bottom="4mm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="8mm" fo:margin-top="4mm"/></style:footer-style></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="P"><style:header><text:p text:style-name="Running">${escape(printed.header)}</text:p></style:header><style:footer><text:p text:style-name="Running">${escape(printed.footer)} <text:page-number text:select-page="current">1</text:page-number></text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>${body.join('\n')}</office:text></office:body>
</office:document>`;
}
