import type { FrozenEdition } from '../../../shared/editions/edition.ts';
import { createCountingIds } from '../../../shared/ids/ids.ts';
import { valueOf } from '../../../shared/errors/value-of.ts';
import type { Profile } from '../../../shared/schema/profile.ts';
import { addPicture } from '../assets/add-picture.ts';
import { freezeDraft } from '../editions/freeze-draft.ts';
import { setHeader } from '../editions/set-header.ts';
import { applyImport, planImport } from '../import/import-source.ts';
import type { HostPorts } from '../ports.ts';
import { applyRegisterImport, previewRegisterImport } from '../register/register-import.ts';
import { createWorkspace } from '../workspace/open-workspace.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { SampleEdition, SampleFiles } from './sample-files.ts';

/**
 * Builds the sample workspace: one edition after the other is imported as the next text and frozen. The clock stands
 * at each edition's instant and ids count upwards, so that the same sample always gives the same hashes.
 * Throws an `AppFailure` where the path is taken or cannot be written. The caller closes the workspace.
 */
export async function buildSample(path: string, sample: SampleFiles, profile: Profile): Promise<Workspace> {
  let now = sample.editions[0]?.frozenAt ?? '';
  const ports: HostPorts = { clock: { now: () => now }, createId: createCountingIds('sample-') };
  const workspace = valueOf(createWorkspace(path, { profile, ports }));
  for (const edition of sample.editions) {
    now = edition.frozenAt;
    await addEdition(workspace, edition, sample, ports);
  }
  return workspace;
}

async function addEdition(
  workspace: Workspace,
  edition: SampleEdition,
  sample: SampleFiles,
  ports: HostPorts,
): Promise<FrozenEdition> {
  const register = sample.register(edition);
  const preview = valueOf(await previewRegisterImport(workspace, register, ports));
  valueOf(applyRegisterImport(workspace, preview, { removeMissing: true, answers: [] }, ports));

  for (const { bytes, name, alternativeText, role } of sample.pictures) {
    const use = role === 'logo' ? ({ as: 'logo' } as const) : null;
    valueOf(addPicture(workspace, { path: name, bytes, alternativeText, use }));
  }
  const source = await sample.source(edition);
  const options = { profile: workspace.profile, createId: ports.createId };
  const plan = valueOf(await planImport(source, edition.source, options));
  valueOf(applyImport(workspace, plan, ports));
  const { label, title, subtitle, adoption } = edition;
  valueOf(setHeader(workspace, { title, subtitle, municipality: sample.municipality }));
  return valueOf(freezeDraft(workspace, { label, adoption }, ports));
}
