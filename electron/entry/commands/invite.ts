import { Option, type Command } from 'commander';
import type { InputOf, IssuedInvitation } from '../../../shared/api/contract.ts';
import { writeJoinLink } from '../../../shared/api/join-link.ts';
import { appError, AppFailure } from '../../../shared/errors/errors.ts';
import { valueOf } from '../../../shared/errors/value-of.ts';
import { ID_PATTERN, institutionId, invitationId, type InstitutionId } from '../../../shared/ids/ids.ts';
import { roles, type Role } from '../../../shared/rights/rights.ts';
import { joinQrSvg, joinQrText } from '../../host/invitations/join-qr.ts';
import { writeFileWhole } from '../../host/files/write-file.ts';
import type { Invitations } from '../../host/invitations/invitations.ts';
import { hostCertificate } from '../../host/listeners/certificate.ts';
import { certificatePathOf, defaultNetworkPort } from '../../host/listeners/defaults.ts';
import { lastSharing } from '../../host/listeners/last-sharing.ts';
import { networkAddresses } from '../../host/listeners/network-addresses.ts';
import { listenerUrl } from '../../host/listeners/network-url.ts';
import type { Workspace } from '../../host/workspace/workspace.ts';
import type { CommandContext } from '../command-context.ts';
import { readExpiry } from '../expiry.ts';
import { addHostOptions, withFileOrHost, type HostOptions } from '../host-target.ts';
import { openInvitations } from '../open-invitations.ts';
import { proveMayInvite, proveWritable } from '../prove-writable.ts';
import { readPublicUrl } from '../public-url.ts';
import type { RunCommand } from '../program.ts';

interface InviteArguments extends HostOptions {
  institution?: string;
  role?: Role;
  rotate?: string;
  expires?: string;
  publicUrl?: string;
  tls?: true;
  svg?: string;
  json?: true;
}

const DEFAULT_EXPIRY = '30d';

export function addInvite(program: Command, { words }: CommandContext, run: RunCommand): void {
  const { help } = words.commands;
  const command = program
    .command('invite')
    .description(help.invite)
    .argument('<file>')
    .option('--institution <id>', help.institution)
    .addOption(new Option('--role <role>', help.role).choices(roles))
    .addOption(new Option('--rotate <id>', help.rotate).conflicts(['institution', 'role']))
    .option('--expires <when>', help.expires)
    .option('--public-url <url>', help.publicUrl)
    .option('--tls', help.tls)
    .option('--svg <path>', help.svg)
    .option('--json', help.json);
  addHostOptions(command, words).action((path: string, options: InviteArguments) =>
    run(async (context) => {
      const now = context.ports.clock.now();
      const make = requestOf(options, now);
      const issued = await withFileOrHost(path, options, context, 'write', {
        onHost: async (api) =>
          valueOf(
            make.rotate === null
              ? await api('invitations.create', make.create)
              : await api('invitations.rotate', make.rotate),
          ),
        onFile: async (workspace) => {
          proveMayInvite(workspace);
          if (make.rotate === null && make.create.role === 'delegate') proveWritable(workspace, 'own');
          const invitations = openInvitations(workspace, context);
          const { invitation, token } = valueOf(perform(invitations, make));
          const link = writeJoinLink({ ...(await linkBase(path, workspace, options, now)), token });
          return { invitation, token, link, qrSvg: await joinQrSvg(link) };
        },
      });
      await show(issued, options, context);
    }),
  );
}

type Request =
  | { readonly rotate: null; readonly create: InputOf<'invitations.create'> }
  | { readonly rotate: InputOf<'invitations.rotate'> };

function requestOf({ institution, role, rotate, expires }: InviteArguments, now: string): Request {
  if (rotate !== undefined) {
    const invitation = invitationId(checked('--rotate', rotate));
    return {
      rotate: { invitation, ...(expires !== undefined && { expiresAt: readExpiry(expires, now) }) },
    };
  }
  const expiresAt = readExpiry(expires ?? DEFAULT_EXPIRY, now);
  const known = institution === undefined ? null : institutionId(checked('--institution', institution));
  return { rotate: null, create: createRequest(role ?? 'delegate', known, expiresAt) };
}

function createRequest(
  role: Role,
  institution: InstitutionId | null,
  expiresAt: string,
): InputOf<'invitations.create'> {
  const misused = (reason: string): AppFailure =>
    new AppFailure(appError('argument-invalid', { argument: '--institution', reason }));
  if (role === 'reader') return { role, institution, expiresAt };
  if (role === 'delegate') {
    if (institution === null) throw misused('missing');
    return { role, institution, expiresAt };
  }
  if (institution !== null) throw misused(`--role ${role}`);
  return { role, institution, expiresAt };
}

function checked(argument: string, id: string): string {
  if (ID_PATTERN.test(id)) return id;
  throw new AppFailure(appError('argument-invalid', { argument, reason: 'no id' }));
}

function perform(invitations: Invitations, request: Request) {
  if (request.rotate !== null) {
    return invitations.rotate(invitationId(request.rotate.invitation), request.rotate.expiresAt);
  }
  const { role, institution, expiresAt } = request.create;
  const id = institution === null ? null : institutionId(institution);
  return invitations.create({ role, institution: id, expiresAt });
}

/** Where the host of this file will be: as told, or on this machine under its last port, the first time the usual one. */
async function linkBase(
  path: string,
  { audit }: Pick<Workspace, 'audit'>,
  { publicUrl, tls }: InviteArguments,
  now: string,
): Promise<{ readonly base: string; readonly fingerprint: string | null }> {
  const fingerprint =
    tls === true ? valueOf(await hostCertificate(certificatePathOf(path), now)).fingerprint : null;
  if (publicUrl !== undefined) return { base: readPublicUrl(publicUrl), fingerprint };
  const [address = '127.0.0.1'] = networkAddresses();
  const port = lastSharing(audit)?.port ?? defaultNetworkPort;
  return { base: listenerUrl(tls === true ? 'https' : 'http', address, port), fingerprint };
}

async function show(
  { invitation, token, link, qrSvg }: IssuedInvitation,
  { svg, json }: InviteArguments,
  { terminal, words }: CommandContext,
): Promise<void> {
  if (svg !== undefined && qrSvg !== null) valueOf(await writeFileWhole(svg, Buffer.from(qrSvg)));
  if (json === true) {
    terminal.out(JSON.stringify({ invitation, token, link }));
    return;
  }
  terminal.out(words.host.invited(invitation));
  if (link === null) terminal.out(words.host.tokenWithoutLink(token));
  else terminal.out(`${link}\n\n${await joinQrText(link)}`);
  terminal.out(words.host.shownOnce);
}
