import * as encoding from 'lib0/encoding';
import { Doc } from 'yjs';

/** Before each mark; no other bytes of an update look like this. */
const SIGN = Buffer.from('~@');
const WRITER_DIGITS = 3;
const NUMBER_DIGITS = 5;
const TIME_DIGITS = 12;
const MARK_LENGTH = SIGN.length + WRITER_DIGITS + NUMBER_DIGITS + TIME_DIGITS;

/**
 * Makes update messages by a real Yjs document, each with a mark in the text that it inserts. Of its marks only so
 * many stay in the text: with more, it deletes them all, so that a text does not grow for hours.
 */
export function createMarkedWriter(
  writer: number,
  keep = Infinity,
): { next(): Uint8Array; readonly sent: number } {
  const doc = new Doc();
  let sent = 0;
  let message = new Uint8Array();
  doc.on('update', (update: Uint8Array) => {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, 2);
    encoding.writeVarUint8Array(encoder, update);
    message = encoding.toUint8Array(encoder);
  });
  const text = doc.getText('t');
  return {
    next() {
      const digits = (value: number, length: number): string =>
        String(Math.round(value)).padStart(length, '0');
      const mark = [
        SIGN.toString('latin1'),
        digits(writer, WRITER_DIGITS),
        digits(sent, NUMBER_DIGITS),
        digits(performance.now() * 1000, TIME_DIGITS),
      ].join('');
      doc.transact(() => {
        if (text.length >= keep * MARK_LENGTH) text.delete(0, text.length);
        text.insert(text.length, mark);
      });
      sent += 1;
      return message;
    },
    get sent() {
      return sent;
    },
  };
}

/**
 * Hands out every mark in a message, without taking the update apart: who wrote it, which of its updates it is, and
 * when (microseconds of `performance.now`).
 */
export function forEachMark(
  message: Buffer,
  visit: (writer: number, number: number, time: number) => void,
): void {
  for (let at = message.indexOf(SIGN); at >= 0; at = message.indexOf(SIGN, at + MARK_LENGTH)) {
    const number = at + SIGN.length + WRITER_DIGITS;
    const time = number + NUMBER_DIGITS;
    visit(
      digitsAt(message, at + SIGN.length, WRITER_DIGITS),
      digitsAt(message, number, NUMBER_DIGITS),
      digitsAt(message, time, TIME_DIGITS),
    );
  }
}

function digitsAt(bytes: Buffer, from: number, length: number): number {
  let value = 0;
  for (let at = from; at < from + length; at += 1) value = value * 10 + (bytes[at] ?? 0) - 48;
  return value;
}
