import { fail, ok } from '../../../../shared/errors/result.ts';
import { freezeAside } from '../../aside/work-aside.ts';
import { onlyUpstream } from '../../replica/only-upstream.ts';
import type { Handlers } from '../host-services.ts';

/** Frozen editions. */
export const editionHandlers = {
  'editions.list': (_input, { services: { workspace } }) => ok(workspace.editions.list()),
  'editions.content': ({ label }, { services: { workspace } }) => {
    const found = workspace.editions.list().find((edition) => edition.label === label);
    const bytes = workspace.editions.canonicalBytes(label);
    if (!bytes.ok) return bytes;
    if (found === undefined) throw new Error('an edition with content and without a row');
    return ok({ hash: found.hash, json: Buffer.from(bytes.value).toString('utf8') });
  },
  'editions.freeze': async (input, { principal, services: { workspace, ports, emit, history } }) => {
    const elsewhere = onlyUpstream(workspace);
    if (elsewhere !== null) return fail(elsewhere);
    const frozen = await freezeAside(workspace, input, ports);
    if (!frozen.ok) return frozen;
    const { content, hash } = frozen.value;
    const { label, title, frozenAt } = content;
    emit({ type: 'edition-frozen', label, hash });
    history.mark('freeze', label, principal);
    return ok({ label, title, frozenAt, hash });
  },
} satisfies Partial<Handlers>;
