/** How keys of Ed25519 are written, public and secret ones: 64 hexadecimal digits. */
export const KEY_PATTERN = /^[0-9a-f]{64}$/;
