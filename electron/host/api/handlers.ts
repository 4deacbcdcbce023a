import { assessmentHandlers } from './handlers/assessment.ts';
import { contributionHandlers } from './handlers/contributions.ts';
import { decisionHandlers } from './handlers/decisions.ts';
import { editionHandlers } from './handlers/editions.ts';
import { exportHandlers } from './handlers/exports.ts';
import { historyHandlers } from './handlers/history.ts';
import { importHandlers } from './handlers/imports.ts';
import { fileHandlers } from './handlers/files.ts';
import { invitationHandlers } from './handlers/invitations.ts';
import { jobHandlers } from './handlers/jobs.ts';
import { packageHandlers } from './handlers/packages.ts';
import { phaseHandlers } from './handlers/phase.ts';
import { registerHandlers } from './handlers/register.ts';
import { refusalHandlers } from './handlers/refusals.ts';
import { replicaHandlers } from './handlers/replica.ts';
import { roundHandlers } from './handlers/rounds.ts';
import { sharingHandlers } from './handlers/sharing.ts';
import { singleEditionHandlers } from './handlers/single-editions.ts';
import { workspaceHandlers } from './handlers/workspace.ts';
import type { Handlers } from './host-services.ts';

/** A handler for each call of the contract; the compiler notices a missing one. */
export const handlers: Handlers = {
  ...workspaceHandlers,
  ...editionHandlers,
  ...invitationHandlers,
  ...phaseHandlers,
  ...roundHandlers,
  ...contributionHandlers,
  ...registerHandlers,
  ...sharingHandlers,
  ...replicaHandlers,
  ...refusalHandlers,
  ...singleEditionHandlers,
  ...decisionHandlers,
  ...packageHandlers,
  ...exportHandlers,
  ...assessmentHandlers,
  ...jobHandlers,
  ...historyHandlers,
  ...importHandlers,
  ...fileHandlers,
};
