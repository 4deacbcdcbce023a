import type { Doc } from 'yjs';
import { appError } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { answerOf } from '../../../shared/packages/answer-records.ts';
import { openRound, sealAnswer } from '../../../shared/packages/open-package.ts';
import { ANSWER_ENDING, packageFileName } from '../../../shared/packages/package-files.ts';
import type { RoomName } from '../../../shared/rooms/rooms.ts';
import type { HostPorts } from '../ports.ts';
import type { NewDownload } from '../transfers/downloads.ts';
import type { Workspace } from '../workspace/workspace.ts';

/**
 * Makes the answer to the package from which a file was made. Fails with `round-unknown` where it was made from none,
 * and as opening the package fails.
 */
export function makeAnswer(deps: {
  readonly workspace: Workspace;
  readonly ports: HostPorts;
  readonly readRoom: <T>(room: RoomName, work: (doc: Doc) => T) => T;
}): Result<NewDownload> {
  const { workspace, ports, readRoom } = deps;
  const text = workspace.packages.openedFrom();
  if (text === null) return fail(appError('round-unknown', { round: '' }));
  const opened = openRound(text, workspace.path);
  if (!opened.ok) return opened;
  const { institution, round, key } = opened.value.inside;
  const answer = readRoom(`contributions/${institution.id}`, (room) =>
    answerOf(opened.value, room, ports.clock.now()),
  );
  return ok({
    name: packageFileName(round.name, institution.name, ANSWER_ENDING),
    mediaType: 'application/octet-stream',
    bytes: Buffer.from(sealAnswer(answer, key), 'utf8'),
  });
}
