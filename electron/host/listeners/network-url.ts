/** The address of a listener as it stands in links: without a path, IPv6 in brackets. */
export function listenerUrl(scheme: 'http' | 'https', address: string, port: number): string {
  const name = address.includes(':') ? `[${address}]` : address;
  return `${scheme}://${name}:${String(port)}`;
}
