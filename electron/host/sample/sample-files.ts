import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { hashOfBytes } from '../../../shared/editions/hash.ts';

const editionsSchema = z.object({
  municipality: z.string(),
  profile: z.string(),
  logo: z.string(),
  editions: z.array(
    z.object({
      label: z.string(),
      title: z.string(),
      subtitle: z.string(),
      adoption: z.object({ body: z.string(), date: z.string(), paper: z.string() }),
      frozenAt: z.string(),
      source: z.string(),
      register: z.string(),
    }),
  ),
});

const picturesSchema = z.array(
  z.object({ file: z.string(), role: z.enum(['logo', 'portrait']), alternativeText: z.string() }),
);

export type SampleEdition = z.infer<typeof editionsSchema>['editions'][number];

export interface SamplePicture {
  readonly name: string;
  readonly role: 'logo' | 'portrait';
  readonly alternativeText: string;
  readonly bytes: Uint8Array;
}

/** The sample as it lies in `resources/sample`. */
export interface SampleFiles {
  readonly municipality: string;
  readonly editions: readonly SampleEdition[];
  readonly pictures: readonly SamplePicture[];
  /** Text of an edition, in which portraits are named by the hash of their picture. */
  readonly source: (edition: SampleEdition) => Promise<Uint8Array>;
  /** Path of an edition's register. */
  readonly register: (edition: SampleEdition) => string;
}

/** Reads the sample from its folder. Throws where a file is missing or not what its README says. */
export async function readSampleFiles(folder: string): Promise<SampleFiles> {
  const json = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(join(folder, name), 'utf8'));
  const { municipality, editions } = editionsSchema.parse(await json('editions.json'));
  const listed = picturesSchema.parse(await json('assets/assets.json'));
  const pictures = await Promise.all(
    listed.map(async ({ file, ...picture }) => ({
      ...picture,
      name: file,
      bytes: await readFile(join(folder, 'assets', file)),
    })),
  );
  return {
    municipality,
    editions,
    pictures,
    register: ({ register }) => join(folder, register),
    source: async ({ source }) => {
      let text = await readFile(join(folder, source), 'utf8');
      for (const { name, bytes } of pictures) {
        text = text.replaceAll(`portrait=${name}`, `portrait=${hashOfBytes(bytes)}`);
      }
      return Buffer.from(text);
    },
  };
}
