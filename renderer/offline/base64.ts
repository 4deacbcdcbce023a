/** Bytes as text that storage and files of text keep. */
export function bytesToBase64(bytes: Uint8Array): string {
  let binary = '';
  // In parts: one call takes no million arguments.
  for (let at = 0; at < bytes.length; at += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(binary);
}

/** Throws where the text is no base64. */
export function base64ToBytes(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
