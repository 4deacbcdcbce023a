import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** A family that the templates may ask for, and the files of all styles they use. */
export interface FontFamily {
  readonly name: string;
  readonly files: readonly string[];
}

/** The fonts of every PDF. No style may be used in a template that has no file here. */
export const fontFamilies: readonly FontFamily[] = [
  {
    name: 'Source Sans 3',
    files: [
      'source-sans-3/300Light/SourceSans3_300Light.ttf',
      'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
      'source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
      'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
      'source-sans-3/600SemiBold_Italic/SourceSans3_600SemiBold_Italic.ttf',
    ],
  },
  {
    name: 'Source Serif 4',
    files: [
      'source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
      'source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
      'source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
      'source-serif-4/600SemiBold_Italic/SourceSerif4_600SemiBold_Italic.ttf',
    ],
  },
];

/** A family with the bytes of its files, in the order given above. */
export interface LoadedFamily {
  readonly name: string;
  readonly files: readonly Uint8Array[];
}

/** Reads all font files from the installed packages. Rejects where one is missing: then the installation is broken. */
export async function loadFonts(): Promise<readonly LoadedFamily[]> {
  return Promise.all(
    fontFamilies.map(async ({ name, files }) => ({
      name,
      files: await Promise.all(
        files.map((file) => readFile(fileURLToPath(import.meta.resolve(`@expo-google-fonts/${file}`)))),
      ),
    })),
  );
}
