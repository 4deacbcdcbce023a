/** A join link as an SVG picture, for a window or a printed invitation. */
export async function joinQrSvg(link: string): Promise<string> {
  const { toString } = await import('qrcode');
  return toString(link, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 });
}

/** A join link as a QR code of block characters, two rows to a line, for a terminal. */
export async function joinQrText(link: string): Promise<string> {
  const { toString } = await import('qrcode');
  return toString(link, { type: 'utf8', errorCorrectionLevel: 'L', margin: 2 });
}
