/** What a paragraph style says about the paragraph's place in the text. */
export type ParagraphRole =
  | { readonly type: 'heading'; readonly level: number }
  | { readonly type: 'title' | 'subtitle' | 'contents' | 'body' };

/** Tells the role of a paragraph style by its id and name. */
export type RoleOfStyle = (styleId: string, styleName: string) => ParagraphRole;

/**
 * Reads the outline levels of a DOCX's styles (`word/styles.xml`), inherited ones included, so that a style
 * of any name that stands in the outline makes headings.
 */
export function readParagraphStyles(stylesXml: string): RoleOfStyle {
  const levels = new Map<string, number>();
  const parents = new Map<string, string>();
  for (const [, attributes = '', body = ''] of stylesXml.matchAll(/<w:style\s([^>]*)>(.*?)<\/w:style>/gs)) {
    const id = /w:styleId="([^"]*)"/.exec(attributes)?.[1];
    if (id === undefined || !attributes.includes('w:type="paragraph"')) continue;
    const level = /<w:outlineLvl\s+w:val="(\d)"/.exec(body)?.[1];
    const parent = /<w:basedOn\s+w:val="([^"]*)"/.exec(body)?.[1];
    if (level !== undefined) levels.set(id, Number(level));
    if (parent !== undefined) parents.set(id, parent);
  }
  const levelOf = (id: string): number | undefined => {
    const seen = new Set<string>();
    let at: string | undefined = id;
    while (at !== undefined && !seen.has(at)) {
      const level = levels.get(at);
      if (level !== undefined) return level;
      seen.add(at);
      at = parents.get(at);
    }
    return undefined;
  };

  return (styleId, styleName) => {
    if (/^(?:toc|contents|inhaltsverzeichnis)(?:\s?\d|\s?heading)/i.test(styleName))
      return { type: 'contents' };
    if (/^(?:title|titel)$/i.test(styleName)) return { type: 'title' };
    if (/^(?:subtitle|untertitel)$/i.test(styleName)) return { type: 'subtitle' };
    const named = /^(?:heading|überschrift)\s?(\d)$/i.exec(styleName)?.[1];
    if (named !== undefined) return { type: 'heading', level: Number(named) };
    const level = levelOf(styleId);
    // Level 9 is how Word says "no heading".
    return level === undefined || level > 8 ? { type: 'body' } : { type: 'heading', level: level + 1 };
  };
}
