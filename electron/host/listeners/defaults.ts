/** Port of the network listener unless another is named, so that links can be written before a host runs. */
export const defaultNetworkPort = 4711;

/** Where the certificate of a workspace is kept. */
export function certificatePathOf(workspacePath: string): string {
  return `${workspacePath}.tls.pem`;
}
