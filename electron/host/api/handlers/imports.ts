import { appError } from '../../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../../shared/errors/result.ts';
import type { StartedJob } from '../../../../shared/api/job-calls.ts';
import type { BlockChange } from '../../../../shared/import/import-view.ts';
import { readPhase } from '../../../../shared/rooms/phase-room.ts';
import { readDocument } from '../../../../shared/rooms/text-room.ts';
import { parseProfile } from '../../../../shared/schema/profile.ts';
import { carryView } from '../../import/carry/carry-view.ts';
import { applyImport, countGoals } from '../../import/import-source.ts';
import { undoImport } from '../../import/undo-import.ts';
import type { BuiltImport } from '../../import/window/window-import.ts';
import { onlyUpstream } from '../../replica/only-upstream.ts';
import type { JobOptions } from '../../worker/worker-runner.ts';
import type { CallContext, Handlers, HostServices } from '../host-services.ts';

/** A text that was written elsewhere, taken over by a window. */
export const importHandlers = {
  'import.plan': (input, { principal, services }) => {
    const { workspace, window } = services;
    const { upload, name, acceptTrackedChanges = false } = input;
    const elsewhere = onlyUpstream(workspace);
    if (elsewhere !== null) return fail(elsewhere);
    if (!window.uploads.has(principal.id, upload)) return fail(appError('upload-unknown', { upload }));
    const profile =
      input.profile === undefined ? ok(workspace.profile) : parseProfile(input.profile, 'profile');
    if (!profile.ok) return profile;
    return window.jobs.start(principal.id, async (signal, onProgress) => {
      const bytes = await window.uploads.read(principal.id, upload);
      if (!bytes.ok) return bytes;
      if (bytes.value.length === 0) return fail(appError('file-empty', { path: name }));
      const job = {
        do: 'read',
        bytes: bytes.value,
        name,
        profile: profile.value,
        acceptTrackedChanges,
      } as const;
      const built = await window.importer.run(job, { signal, onProgress });
      if (!built.ok) return built;
      const { read, plan, blocks } = built.value;
      if (read === null) throw new Error('what was read comes with what was built');
      // Where reading fails the upload stays, because the person may only have to say one thing more.
      await window.uploads.remove(principal.id, upload);
      const kept = { ...read, profile: profile.value, plan, blocks, changes: [] };
      return ok({ kind: 'import-plan', plan: window.plans.add(principal.id, kept) });
    });
  },
  'import.replan': ({ plan: id, changes }, { principal, services: { window } }) => {
    const found = window.plans.get(principal.id, id);
    if (!found.ok) return found;
    const unknown = unknownBlock(found.value.blocks, changes);
    if (unknown !== null) return fail(unknown);
    return window.jobs.start(principal.id, async (signal, onProgress) => {
      const built = await rebuild(id, changes, { principal, services: { window } }, { signal, onProgress });
      if (!built.ok) return built;
      const { plan, blocks } = built.value;
      const kept = window.plans.update(principal.id, id, { plan, blocks, changes });
      return kept.ok ? ok({ kind: 'import-plan', plan: id }) : kept;
    });
  },
  'import.get': ({ plan: id }, { principal, services: { workspace, window, live, ports } }) => {
    const found = window.plans.get(principal.id, id);
    if (!found.ok) return found;
    const { plan, blocks, changes } = found.value;
    const present = live.read('text', (doc) => readDocument(doc, workspace.path));
    if (!present.ok) return present;
    const { report, document } = plan;
    const view = carryView(present.value, { document, blocks }, ports.createId);
    return ok({ plan: id, report, ...view, presentGoals: countGoals(present.value), changes });
  },
  'import.apply': (input, { principal, services }): Result<StartedJob> => {
    const { plan: id, changes, replaceGoals = false } = input;
    const { workspace, window, ports, live, history } = services;
    const refused = whyNotWritten(services);
    if (refused !== null) return fail(refused);
    const found = window.plans.get(principal.id, id);
    if (!found.ok) return found;
    const unknown = unknownBlock(found.value.blocks, changes);
    if (unknown !== null) return fail(unknown);
    const { facts, profile } = found.value;
    return window.jobs.start(principal.id, async (signal, onProgress) => {
      const built = await rebuild(id, changes, { principal, services }, { signal, onProgress });
      if (!built.ok) return built;
      // The text may have been locked while it was built.
      const late = signal.aborted ? appError('cancelled', { phase: 'import' }) : whyNotWritten(services);
      if (late !== null) return fail(late);
      history.settle();
      const options = { replaceGoals, rooms: live, profile };
      const applied = applyImport(workspace, built.value.plan, ports, options);
      if (!applied.ok) return applied;
      const { importId, addedInstitutions, keptHeader } = applied.value;
      if (importId !== null) history.mark('import', facts.name, principal);
      window.plans.remove(principal.id, id);
      return ok({ kind: 'import-applied', import: importId, addedInstitutions, keptHeader: [...keptHeader] });
    });
  },
  'import.list': (_input, { services: { workspace } }) =>
    ok(
      workspace.imports.list().map(({ id, at, undoneAt, report: { source } }) => ({
        ...{ id, at, undoneAt },
        ...{ name: source.name, format: source.format },
      })),
    ),
  'import.undo': ({ import: id }, { principal, services }) => {
    const { workspace, ports, live, history } = services;
    const refused = whyNotWritten(services);
    if (refused !== null) return fail(refused);
    history.settle();
    const undone = undoImport(workspace, id, ports, live);
    if (!undone.ok) return undone;
    history.mark('import-undone', '', principal);
    return ok({ undone: id });
  },
} satisfies Partial<Handlers>;

/** A locked text stands still for everybody, also for what the host writes at somebody's word. */
function whyNotWritten({ workspace, live }: Pick<HostServices, 'workspace' | 'live'>) {
  const { text } = live.read('process', readPhase);
  return text === 'open' ? onlyUpstream(workspace) : appError('text-locked', {});
}

function unknownBlock(blocks: readonly { readonly block: string }[], changes: readonly BlockChange[]) {
  const names = new Set(blocks.map(({ block }) => block));
  const unknown = changes.find(({ block }) => !names.has(block));
  return unknown === undefined ? null : appError('block-unknown', { block: unknown.block });
}

/** The plan's source with all these changes; what was built last is taken where they are the same. */
async function rebuild(
  id: string,
  changes: readonly BlockChange[],
  {
    principal,
    services: { window },
  }: { principal: CallContext['principal']; services: Pick<HostServices, 'window'> },
  options: JobOptions,
): Promise<Result<Pick<BuiltImport, 'plan' | 'blocks'>>> {
  const found = window.plans.get(principal.id, id);
  if (!found.ok) return found;
  const { source, facts, profile, plan, blocks } = found.value;
  if (JSON.stringify(changes) === JSON.stringify(found.value.changes)) return ok({ plan, blocks });
  return window.importer.run({ do: 'build', source, facts, profile, changes }, options);
}
