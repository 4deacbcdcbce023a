import { ok } from '../../../../shared/errors/result.ts';
import { freezePrintable } from '../../editions/freeze-draft.ts';
import type { Handlers } from '../host-services.ts';

/** Frozen editions. */
export const editionHandlers = {
  'editions.list': (_input, { services: { workspace } }) => ok(workspace.editions.list()),
  'editions.freeze': async (input, { services: { workspace, ports, emit } }) => {
    const frozen = await freezePrintable(workspace, { ...input, dryRun: false }, ports);
    if (!frozen.ok) return frozen;
    const { content, hash } = frozen.value;
    const { label, title, frozenAt } = content;
    emit({ type: 'edition-frozen', label, hash });
    return ok({ label, title, frozenAt, hash });
  },
} satisfies Partial<Handlers>;
