const orientationTag = 0x0112;

/** How a picture is turned, 2 to 8, from its Exif data (TIFF); `null` when it stands upright, or they do not say. */
export function orientationIn(tiff: Uint8Array): number | null {
  if (tiff.length < 14) return null;
  const data = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const order = data.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return null;
  const isLittle = order === 0x4949;
  const first = data.getUint32(4, isLittle);
  if (first + 2 > tiff.length) return null;
  const count = data.getUint16(first, isLittle);
  for (let index = 0; index < count; index++) {
    const at = first + 2 + index * 12;
    if (at + 12 > tiff.length) return null;
    if (data.getUint16(at, isLittle) !== orientationTag) continue;
    const value = data.getUint16(at + 8, isLittle);
    return value >= 2 && value <= 8 ? value : null;
  }
  return null;
}

/** Exif data that say how a picture is turned and nothing else: 26 bytes. */
export function minimalOrientation(orientation: number): Uint8Array {
  return Uint8Array.of(0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0);
}
