import type { TextComparison } from '../../../../shared/api/history-calls.ts';
import type { Publishable } from '../../../../shared/editions/edition.ts';
import { appError } from '../../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../../shared/errors/result.ts';
import { comparedTextOf, compareTexts } from '../../editions/compare-texts.ts';
import { draftLabel, selectSource } from '../../editions/select-source.ts';
import type { Handlers, HostServices } from '../host-services.ts';

/** One edition to read, to prove, or beside another. */
export const singleEditionHandlers = {
  'editions.show': ({ label }, { services: { workspace } }) => workspace.editions.get(label),
  'editions.verify': ({ label }, { services: { workspace } }) => {
    const editions = workspace.editions.list();
    const index = editions.findIndex((edition) => edition.label === label);
    // Also what was frozen before: each edition names the hash of the one before it.
    let previous: { readonly label: string; readonly hash: (typeof editions)[number]['hash'] } | null = null;
    for (const listed of index < 0 ? [] : editions.slice(0, index)) {
      const proven = proveLink(workspace, listed.label, previous?.hash ?? null);
      if (!proven.ok) return proven;
      previous = { label: listed.label, hash: proven.value.hash };
    }
    const proven = proveLink(workspace, label, previous?.hash ?? null);
    if (!proven.ok) return proven;
    const { content, hash } = proven.value;
    return ok({ label, hash, frozenAt: content.frozenAt, previous });
  },
  'editions.compare': ({ from, to }, { services }): Result<TextComparison> => {
    const before = sourceOf(from, services);
    if (!before.ok) return before;
    const after = sourceOf(to, services);
    if (!after.ok) return after;
    return ok(compareTexts(comparedTextOf(before.value), comparedTextOf(after.value)));
  },
  'profile.get': (_input, { services: { workspace } }) => ok(workspace.profile),
} satisfies Partial<Handlers>;

function proveLink(workspace: HostServices['workspace'], label: string, expected: string | null) {
  const edition = workspace.editions.get(label);
  if (!edition.ok) return edition;
  const found = edition.value.content.previous;
  return found === expected
    ? edition
    : fail(appError('edition-changed', { label, expected: expected ?? '', found: found ?? '' }));
}

function sourceOf(label: string, { workspace, ports, window }: HostServices): Result<Publishable> {
  return label === draftLabel ? window.takeDraft() : selectSource(workspace, label, ports.clock.now());
}
