import { networkInterfaces } from 'node:os';

/** IPv4 addresses under which other machines may reach this one; those of private networks first. */
export function networkAddresses(): readonly string[] {
  const addresses = Object.values(networkInterfaces())
    .flatMap((entries) => entries ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => address);
  const isPrivate = (address: string): boolean =>
    /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address);
  return [...new Set([...addresses.filter(isPrivate), ...addresses])];
}
