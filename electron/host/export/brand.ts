import colours from '../../../resources/brand/colours.json' with { type: 'json' };

/** A role of a colour; `resources/brand/README.md` says what each is for. */
export type BrandRole = keyof typeof colours.light;

/** A colour for each role, as `#rrggbb`. */
export type BrandPalette = Readonly<Record<BrandRole, string>>;

/** The colours of everything published; print is always `light`. */
export const brandColours: { readonly light: BrandPalette; readonly dark: BrandPalette } = colours;

/**
 * The families of everything published, which need not be installed where a file is read. `office` is the family
 * that Word and LibreOffice take in their place: of like width, and on every office machine under this name or
 * another of the same widths.
 */
export const brandFonts = {
  sans: { family: 'Source Sans 3', office: 'Arial', kind: 'swiss' },
  serif: { family: 'Source Serif 4', office: 'Times New Roman', kind: 'roman' },
} as const;
