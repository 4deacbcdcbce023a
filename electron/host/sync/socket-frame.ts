/**
 * One binary WebSocket frame from a server, header and payload in one buffer, so that it can be made once and written
 * to many sockets as it is (RFC 6455, 5.2: FIN, opcode 2, no mask). `payloadOf` gives the payload back.
 */
export function binaryFrame(parts: readonly Uint8Array[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const header = headerLength(length);
  const frame = Buffer.allocUnsafe(header + length);
  frame[0] = 0x82;
  if (header === 2) frame[1] = length;
  else if (header === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeUInt32BE(Math.floor(length / 2 ** 32), 2);
    frame.writeUInt32BE(length % 2 ** 32, 6);
  }
  let position = header;
  for (const part of parts) {
    frame.set(part, position);
    position += part.length;
  }
  return frame;
}

/** The payload of a frame that `binaryFrame` made, as a view. */
export function payloadOf(frame: Buffer): Buffer {
  const short = frame[1] ?? 0;
  return frame.subarray(short < 126 ? 2 : short === 126 ? 4 : 10);
}

function headerLength(length: number): number {
  return length < 126 ? 2 : length < 65_536 ? 4 : 10;
}
