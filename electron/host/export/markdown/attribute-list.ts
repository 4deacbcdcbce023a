import type { LeitbildNode } from '../../../../shared/schema/document.ts';

const classes: Readonly<Partial<Record<LeitbildNode['type'], string>>> = {
  foreword: '.foreword',
  preface: '.preface',
  chapter: '.chapter',
  section: '.section',
  actionField: '.field',
};

/**
 * The attributes of a node as they stand behind it: class, id, origins, kind, portrait, then the further ones.
 * Empty where there is nothing to say; `null` stands for a node whose identity is not written.
 */
export function attributeList(
  node: LeitbildNode | null,
  further: Readonly<Record<string, string>> = {},
): string {
  const parts: string[] = [];
  if (node && 'attrs' in node && 'id' in node.attrs) {
    parts.push(classes[node.type] ?? '', `#${node.attrs.id}`);
    if (node.attrs.origins.length > 0) parts.push(`from=${node.attrs.origins.join(',')}`);
    if (node.type === 'goalGroup') parts.push(`kind=${node.attrs.kind}`);
    if (node.type === 'foreword' && node.attrs.portrait !== null)
      parts.push(`portrait=${node.attrs.portrait}`);
  }
  for (const [key, value] of Object.entries(further)) parts.push(`${key}=${value}`);
  const present = parts.filter((part) => part !== '');
  return present.length === 0 ? '' : `{${present.join(' ')}}`;
}
