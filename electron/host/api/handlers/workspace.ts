import { ok } from '../../../../shared/errors/result.ts';
import { readPhase } from '../../../../shared/rooms/phase-room.ts';
import { listInstitutions } from '../../../../shared/rooms/register-room.ts';
import { readHeader } from '../../../../shared/rooms/text-room.ts';
import { verifyAside } from '../../aside/work-aside.ts';
import type { Handlers } from '../host-services.ts';

/** The file as a whole. */
export const workspaceHandlers = {
  'workspace.overview': (_input, { principal, services: { workspace, readRoom } }) => {
    const { phase, institutions } = readRoom('process', (doc) => ({
      phase: readPhase(doc),
      institutions: listInstitutions(doc).length,
    }));
    return ok({
      ...readRoom('text', readHeader),
      profile: workspace.profile.id,
      institutions,
      editions: workspace.editions.list().length,
      phase,
      principal: principal.id,
      role: principal.role,
      institution: principal.institution,
      byFile: workspace.packages.openedFrom() !== null,
    });
  },
  'workspace.verify': (_input, { services: { workspace } }) => verifyAside(workspace),
} satisfies Partial<Handlers>;
