import { missingGlyphs, trackedChanges } from '../places.ts';
import type { ErrorWords } from '../words.ts';
import { englishReasons as reasons } from './reasons.ts';
import { englishRefusals } from './refusals.ts';

const list = (values: readonly string[]): string => (values.length === 0 ? '–' : values.join(', '));
const mebibytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

const counted = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`;

/** Whether a place is empty or counts nodes, which says nothing to readers. */
const isPath = (place: string): boolean => !/^\d+$/.test(place);

export const englishErrors: ErrorWords = {
  'file-missing': ({ path }) => `There is no file “${path}”. Please check folder and spelling.`,
  'file-unreadable': ({ path, reason }) => `“${path}” cannot be read: ${reasons.reading(reason)}.`,
  'file-unwritable': ({ path, reason }) =>
    `“${path}” cannot be written: ${reasons.writing(reason)}. Nothing was changed.`,
  'target-protected': ({ path, reason }) =>
    ({
      input: `“${path}” is read by this command and therefore not written over. Please choose another name.`,
      leitbild: `“${path}” is a Leitbild file and is not written over. Please choose another name.`,
      'not-a-file': `“${path}” is no ordinary file and is not written over. Please choose another name.`,
    })[reason],
  'file-empty': ({ path }) => `“${path}” is empty. There is nothing to import.`,
  'file-too-large': ({ path, bytes, limit, unpacked = false }) =>
    unpacked
      ? `What is in the archive “${path}” is too large together (${mebibytes(bytes)} or more; the limit is ${mebibytes(limit)}). Nothing was taken over. Please split it; if it comes from strangers, do not open it.`
      : `“${path}” is too large (${mebibytes(bytes)}; the limit is ${mebibytes(limit)}). Please split it.`,
  'file-not-text': ({ path, line, codePoint }) =>
    line === undefined
      ? `“${path}” holds no readable text. It may be damaged or have the wrong ending. Please choose the text file, the PDF or the Word document.`
      : `“${path}” holds the control character ${codePoint ?? ''} in line ${line}, which no text has. Please delete it there and try again.`,
  'file-format-unknown': ({ path }) =>
    `The format of “${path}” is not known. Text, PDF, Word (DOCX) and Markdown can be imported.`,
  'disk-full': ({ path }) =>
    `The disk that holds “${path}” is full. Nothing was changed. Please free some space and try again.`,
  'pdf-encrypted': ({ path }) =>
    `The PDF “${path}” is encrypted. Please save it without a password and try again.`,
  'pdf-damaged': ({ path, reason }) =>
    `The PDF “${path}” is damaged or incomplete: ${reasons.source(reason)}. Please get the file again.`,
  'pdf-without-text': ({ path, pages }) =>
    `The PDF “${path}” holds no text, only pictures (${pages} pages). Please run text recognition (OCR) first.`,
  'docx-damaged': ({ path, reason }) =>
    `“${path}” is no readable Word document: ${reasons.source(reason)}. Please open it in the program that made it and save it as a Word document (DOCX).`,
  'docx-tracked-changes': ({ path, insertions, deletions, places }) =>
    `“${path}” holds tracked changes (${counted(insertions, 'insertion')}, ${counted(deletions, 'deletion')}) that an import would lose:\n${trackedChanges(places, { paragraph: 'paragraph', inserted: 'inserted', deleted: 'deleted', quote: (text) => `“${text}”`, mark: 'end of paragraph' })}\nPlease accept or reject them in Word, or import with “--accept-tracked-changes”.`,
  'document-invalid': ({ path, place, reason }) =>
    `The text${path === '' ? '' : ` in “${path}”`} is not valid${isPath(place) ? '' : ` (line ${place})`}: ${reasons.source(reason)}.`,
  'profile-invalid': ({ path, place, reason }) =>
    `The profile “${path}” is not valid${place === '' ? '' : ` (entry “${place}”)`}: ${reason}.`,
  'profile-unknown': ({ profile, known }) =>
    `There is no profile “${profile}”. Shipped: ${list(known)}. You may also give the path of a profile.`,
  'profile-mismatch': ({ kind, place }) =>
    `The text has goals of the kind “${kind}” (at ${place}), which the profile does not allow there. Please extend the profile or move these goals.`,
  'workspace-missing': ({ path }) => `There is no Leitbild file “${path}”. Please check folder and spelling.`,
  'workspace-exists': ({ path }) =>
    `“${path}” exists already and stays as it is. Please choose another name.`,
  'workspace-in-use': ({ path }) =>
    `“${path}” is open in another program. Please close it there and try again.`,
  'workspace-foreign': ({ path }) =>
    `“${path}” is no Leitbild file. Please choose a file that ends in “.leitbild”.`,
  'workspace-newer': ({ path, found, supported }) =>
    `“${path}” was written by a newer version (file version ${found}, this program knows ${supported}). Please update the program; the file stays as it is.`,
  'workspace-damaged': ({ path, place }) =>
    `“${path}” is damaged; affected: ${reasons.place(place)}. The file was not changed. Please go back to a backup.`,
  'workspace-read-only': ({ path }) =>
    `“${path}” is read-only. Please copy it to a place that you may write to.`,
  'update-invalid': ({ room, reason }) =>
    `A change in the room “${room}” is damaged (${reason}). It was not accepted.`,
  'text-empty': ({ path }) =>
    `The text${path === '' ? '' : ` in “${path}”`} is empty. Please import a text first.`,
  'edition-exists': ({ label }) =>
    `The edition “${label}” exists already, and editions do not change. Please choose another label.`,
  'edition-unknown': ({ label, known }) => `There is no edition “${label}”. There are: ${list(known)}.`,
  'edition-changed': ({ label, expected, found }) =>
    `The edition “${label}” is not what was frozen: checksum ${found} instead of ${expected}. Please go back to a backup and do not pass this one on.`,
  'hash-unmatched': ({ hash }) =>
    `No edition of this file has the checksum ${hash}. The document belongs to another version or was changed.`,
  'edition-alone': ({ path, hash }) =>
    `“${path}” is an exported edition and cannot be checked by itself. Its checksum is ${hash}. The Leitbild file says whether that is right: leitbild verify <file.leitbild> --hash ${hash}`,
  'import-unknown': ({ path }) => `There is no import in “${path}” that could be undone.`,
  'import-superseded': ({ path }) =>
    `The text in “${path}” was changed after its last import. Undoing the import would lose these changes.`,
  'import-without-goals': ({ path, goals }) =>
    `No goals were found in the source; the text in “${path}” has ${goals}. It was not replaced. If you really mean it, add “--replace”.`,
  'asset-unknown': ({ asset }) =>
    `A picture that the text shows is missing in the file (${asset.slice(0, 12)}…). Please add it again.`,
  'asset-unsupported': ({ path, reason }) =>
    `The picture “${path}” cannot be used: ${reasons.picture(reason)}. PNG, JPEG and SVG can.`,
  'asset-without-alternative-text': ({ path }) =>
    `The picture “${path}” has no alternative text. Please describe briefly what it shows.`,
  'register-invalid': ({ path, row, column, reason }) =>
    `“${path}”, row ${row}${column === '' ? '' : `, column “${column}”`}: ${reasons.register(reason)}. Nothing was imported.`,
  'register-format-unknown': ({ path }) =>
    `“${path}” is no table that is read or written here. The register comes from and goes to CSV or Excel (XLSX); please save the table in one of these formats.`,
  'register-columns-missing': ({ path, columns }) =>
    `“${path}” lacks the columns: ${list(columns)}. The first row must hold the names of the columns. CSV and Excel (XLSX) are read.`,
  'register-unanswered': ({ path, rows }) =>
    `In “${path}”, ${rows === 1 ? 'one row is' : `${rows} rows are`} like an institution that is known already. Please say of each whether the same is meant. Nothing was imported.`,
  'register-changed': ({ path }) =>
    `The register was changed since the preview of “${path}” was shown. Nothing was imported. Please look at the new preview.`,
  'glyph-missing': ({ places }) =>
    `None of the shipped fonts can print these characters:\n${missingGlyphs(places, (character) => `“${character}”`)}\nPlease replace them in the text.`,
  'export-incomplete': ({ expected, found }) =>
    `The file should have held ${expected} contributions, but ${found} were counted. So it was not given out. The contributions themselves are unchanged. Please report this error.`,
  'typesetting-failed': ({ reason }) =>
    `The PDF could not be typeset (${reason}). The text is unchanged. Please report this error.`,
  'argument-invalid': ({ argument, reason, allowed }) =>
    `The option “${argument}” ${reasons.argument(reason, allowed)}.`,
  'worker-failed': ({ reason }) =>
    `A step ended unexpectedly (${reason}). Nothing was changed. Please try again.`,
  cancelled: () => 'Cancelled. Nothing was changed.',
  'token-missing': () => 'This request needs an invitation. Please open the invitation link you were given.',
  'token-unknown': () =>
    'This invitation is not known here. Please check that the link is complete, or ask for a new one.',
  'token-expired': () => 'This invitation has expired. Please ask the moderators for a new one.',
  'token-revoked': () => 'This invitation is no longer valid. Please ask the moderators for a new one.',
  'rate-limited': () =>
    'Too many invalid requests came from this device. Please wait a minute and try again.',
  'origin-refused': () =>
    'The request came from another site or under another name and was refused. Please use the address of the invitation link.',
  'call-unknown': ({ call }) =>
    `The call “${call}” is not known here. Please bring both programs to the same version.`,
  'call-not-allowed': ({ call }) =>
    `Your invitation does not permit this (“${call}”). Nothing was changed. Please ask the moderators.`,
  'method-not-allowed': ({ call, allowed }) => `“${call}” only takes ${allowed} requests.`,
  'request-invalid': ({ place, reason }) =>
    `The request is not valid${place === '' ? '' : ` (“${place}”)`}: ${reason}. Nothing was changed.`,
  'request-too-large': ({ limit }) =>
    `The request is too large (at most ${limit} bytes). Nothing was changed.`,
  'answer-invalid': ({ call }) =>
    `The answer to “${call}” could not be understood. Please check the address and bring both programs to the same version.`,
  'host-unreachable': ({ url, reason }) =>
    `No Leitbild host answers at “${url}” (${reasons.network(reason)}). Please check the address and that the host is running.`,
  'host-running': ({ path }) =>
    `“${path}” is open, probably in “leitbild serve” or the application. Stop it, or ask the running host: call the command again with “--host <address>” and “--secret-file <file>” (or LEITBILD_SECRET); “leitbild serve” names both when it starts.`,
  'host-failed': () => 'The host met an unexpected error; its log says more. Please try again.',
  'institution-bound': ({ reason }) =>
    `This institution cannot be deleted from the register: ${
      {
        spoken: 'It has submitted something.',
        written: 'Its delegates have begun drafts.',
        invited: 'Somebody was invited for it.',
        merged: 'Another institution has become part of it.',
      }[reason]
    } You can let it leave instead.`,
  'merge-impossible': ({ reason }) =>
    ({
      unknown: 'One of the two institutions is no longer in the register. Nothing was changed.',
      same: 'An institution cannot become part of itself. Nothing was changed.',
      'not-taking-part':
        'One of the two institutions takes no part any more, or has become part of another. Nothing was changed.',
    })[reason],
  'institution-unknown': ({ institution }) =>
    `There is no institution “${institution}” in the register. Please check its id or add it first.`,
  'invitation-unknown': ({ invitation }) =>
    `There is no invitation “${invitation}”. “leitbild status” lists all invitations.`,
  'invitation-revoked': ({ invitation }) =>
    `The invitation “${invitation}” is revoked. Please make a new one.`,
  'listener-failed': ({ address, reason }) =>
    `Cannot listen on “${address}” (${reasons.network(reason)}). Please choose another port or stop the program that uses it.`,
  'workspace-follows': ({ path, base }) =>
    `“${path}” is your own copy of a Leitbild that is kept at ${base}. This can only be done there, or your invitation does not allow it. Nothing was changed.`,
  'workspace-follows-nobody': ({ path }) =>
    `“${path}” is connected to no other host. With an invitation link: leitbild join <link> --into <file>`,
  'upstream-foreign': ({ base }) =>
    `At ${base} there is another Leitbild than in this file. Nothing was exchanged. Please check the link, or make a new file with it.`,
  'certificate-unexpected': ({ url }) =>
    `At “${url}” a host with another certificate than expected answers. Nothing was sent. Please ask moderation for a new invitation link.`,
  'sync-incomplete': ({ rooms }) =>
    `Not everything could be exchanged (${list(rooms)}). What was put aside is in the file and is not lost.`,
  'refusal-unknown': ({ refusal }) => `There are no changes put aside with the number ${refusal}.`,
  'round-unknown': () => 'This round no longer exists. Please reload the view.',
  'round-open': () => 'Another round is open already. Please close it first; then you can open the next one.',
  'round-begun': () =>
    'This round has been open already. What it asked about can no longer be changed. Please make a new round for that.',
  'contribution-unknown': () => 'There is no such contribution here. Nothing was changed.',
  'round-changed': () =>
    'Somebody else has changed this round meanwhile. What you entered was not saved. Please look at what holds now, then save again.',
  'contribution-refused': ({ reason }) =>
    `The contribution was not taken. ${englishRefusals[reason]} What you entered stays.`,
  'decision-unknown': () => 'There is no such decision here. Nothing was changed.',
  'decision-superseded': () =>
    'Somebody else has decided on this contribution meanwhile. Your decision was not saved. Please look at what holds now, then decide anew.',
  'wording-outdated': () =>
    'The text at this place has been changed meanwhile. Nothing was taken over. Please compare the proposal with the new wording.',
  'wording-not-applicable': ({ reason }) =>
    ({
      blocks:
        'This wording cannot be put in by itself, because it divides the paragraphs differently. Please change the text by hand and record the decision afterwards.',
      needed:
        'These words cannot be struck by themselves, because the place cannot be without them. Please change the text by hand and record the decision afterwards.',
      overlap:
        'Two of the wordings concern the same words. Nothing was taken over. Please choose one of them, or adopt one after the other.',
      characters: 'This wording holds characters that no text can. Please write it anew.',
      'too-long':
        'This place is too long to be changed at once. Please change the text by hand and record the decision afterwards.',
    })[reason],
  'workshop-unknown': () => 'This workshop no longer exists. Please choose another one.',
  'package-damaged': ({ path, place }) =>
    place === 'format'
      ? `“${path}” is neither an answer nor a package of Leitbild-Werkstatt. Nothing was taken over. Please check whether it is the right file.`
      : place === 'kind'
        ? `“${path}” is a package where an answer is needed, or the other way round. Nothing was taken over. Please choose the right file.`
        : `“${path}” is incomplete or damaged. Nothing was taken over. Please have the file sent again.`,
  'package-newer': ({ path }) =>
    `“${path}” was made by a newer version of Leitbild-Werkstatt. Nothing was taken over. Please update the program.`,
  'package-unsigned': ({ path, kind }) =>
    kind === 'round'
      ? `“${path}” bears no valid signature of the Leitbild: the file was changed after it was sent. Nothing was opened. Please have moderation send you the package again.`
      : `“${path}” bears no valid signature of the institution: the file was changed, or it does not belong to a package from here. Nothing was taken over. Please ask the institution.`,
  'package-withdrawn': ({ path }) =>
    `Withdrawn key: “${path}” answers a package that was blocked. Nothing was taken over. If the answer is genuine, send the institution a new package.`,
  'package-foreign': ({ path, reason }) =>
    ({
      leitbild: `“${path}” belongs to another Leitbild. Nothing was taken over. Please read the answer in the Leitbild from which the package was sent.`,
      institution: `“${path}” speaks for another institution than the one that the package went to. Nothing was taken over. Please ask the institution.`,
      round: `“${path}” answers a package that was not sent from this file, but maybe from a copy of it. Nothing was taken over. Please read the answer in the file from which the package came, or send the institution a new package.`,
    })[reason],
  'contributions-closed': () =>
    'Contributions are closed at the moment, or these belong to another institution. The changes put aside are kept; please try again in the next round.',
  'sharing-already': ({ url }) => `Sharing of this Leitbild runs already, at ${url}.`,
  'text-locked': () => 'The text is locked and was not changed. Please unlock it first.',
  'upload-unknown': () => 'The uploaded file is no longer there. Please choose it again.',
  'download-unknown': () => 'This file is no longer there. Please export it again.',
  'transfers-full': ({ what }) =>
    what === 'uploads'
      ? 'Too many uploaded files are waiting already. Please import one of them first, or wait for half an hour.'
      : 'Too many files are waiting to be fetched already. Please wait a few minutes and try again.',
  'jobs-too-many': ({ limit }) =>
    `${limit} tasks are running already. Please wait until one is done, or cancel one.`,
  'job-unknown': () => 'This task is no longer known. Please start it again.',
  'plan-unknown': () =>
    'This import is no longer prepared. Please choose the file again. Nothing was changed in the text.',
  'block-unknown': ({ block }) =>
    `The source has no part “${block}” that could be changed. Please prepare the import again.`,
  'moment-unknown': () =>
    'The version history no longer has this state of the text. Of older days only the last state is kept; please choose another one.',
};
