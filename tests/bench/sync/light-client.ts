import { connect, type Socket } from 'node:net';

/** A WebSocket client that does next to nothing, so that hundreds of them cost less than the server they measure. */
export interface LightClient {
  /** Sends a binary message. */
  send(message: Uint8Array): void;
  destroy(): void;
}

/** Connects and hands every binary message to `onMessage`, as a view that is only valid for that call. */
export function connectLight(
  port: number,
  path: string,
  token: string,
  onMessage: (message: Buffer, client: LightClient) => void,
): Promise<LightClient> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1').setNoDelay(true);
    let isOver = false;
    const client: LightClient = {
      send: (message) => void socket.write(maskedFrame(message)),
      destroy() {
        isOver = true;
        socket.destroy();
      },
    };
    let rest: Buffer | null = null;
    let isOpen = false;
    socket.on('error', reject);
    socket.on('close', () => {
      if (isOver) return;
      const error = new Error(`the server hung up on ${path}`);
      // A figure without this client would be wrong.
      if (isOpen) throw error;
      reject(error);
    });
    socket.on('data', (chunk: Buffer) => {
      let bytes: Buffer = rest === null ? chunk : Buffer.concat([rest, chunk]);
      if (!isOpen) {
        const end = bytes.indexOf('\r\n\r\n');
        if (end < 0) {
          rest = bytes;
          return;
        }
        isOpen = true;
        bytes = bytes.subarray(end + 4);
        resolve(client);
      }
      rest = readFrames(bytes, socket, (message) => onMessage(message, client));
    });
    socket.write(
      [
        `GET ${path} HTTP/1.1`,
        'Host: 127.0.0.1',
        'Upgrade: websocket',
        'Connection: Upgrade',
        'Sec-WebSocket-Version: 13',
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
        `Sec-WebSocket-Protocol: leitbild, ${token}`,
        '\r\n',
      ].join('\r\n'),
    );
  });
}

/** Reads whole frames and hands back what is left over. Large messages are pieced together only once they are whole. */
function readFrames(bytes: Buffer, socket: Socket, onMessage: (message: Buffer) => void): Buffer | null {
  let position = 0;
  while (position + 2 <= bytes.length) {
    const opcode = (bytes[position] ?? 0) & 15;
    let length = bytes[position + 1] ?? 0;
    let start = position + 2;
    if (length === 126) {
      if (start + 2 > bytes.length) break;
      length = bytes.readUInt16BE(start);
      start += 2;
    } else if (length === 127) {
      if (start + 8 > bytes.length) break;
      length = bytes.readUInt32BE(start + 4);
      start += 8;
    }
    if (start + length > bytes.length) break;
    if (opcode === 2) onMessage(bytes.subarray(start, start + length));
    else if (opcode === 9) socket.write(Buffer.from([0x8a, 0x80, 0, 0, 0, 0]));
    position = start + length;
  }
  return position === bytes.length ? null : bytes.subarray(position);
}

/** A frame from a client; a mask of zeros leaves the payload as it is. */
function maskedFrame(message: Uint8Array): Buffer {
  const { length } = message;
  let header: Buffer;
  if (length < 126) header = Buffer.from([0x82, 0x80 | length, 0, 0, 0, 0]);
  else if (length < 65_536) header = Buffer.from([0x82, 0xfe, length >> 8, length & 255, 0, 0, 0, 0]);
  else {
    header = Buffer.alloc(14);
    header[0] = 0x82;
    header[1] = 0xff;
    header.writeUInt32BE(length, 6);
  }
  return Buffer.concat([header, message]);
}
