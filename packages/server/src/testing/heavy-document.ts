import {deflateSync} from 'node:zlib';

/**
 * A document of many pages with many lines and curves on each, as plans and maps have.
 *
 * @param height - Of a page, in points; a page of A4 unless said. Pictures of low pages are drawn sooner.
 */
export function heavyDocument(pages: number, curves: number, height = 842): Buffer {
  const drawing = Array.from({length: curves}, (_, index) => {
    const [x, y] = [(index * 37) % 595, (index * 61) % 842];
    return `${(index % 10) / 10} 0.3 0.5 RG ${x} ${y} m ${(x * 7) % 595} ${(y * 3) % 842} ${(x * 5) % 595} ${(y * 11) % 842} ${595 - x} ${842 - y} c S`;
  });
  const content = deflateSync(Buffer.from(`BT /F1 40 Tf 72 ${height - 60} Td (Datasheet) Tj ET\n${drawing.join('\n')}`));
  const kids = Array.from({length: pages}, (_, index) => `${5 + index} 0 R`);
  const objects: Buffer[] = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from(`<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages} >>`),
    Buffer.concat([Buffer.from(`<< /Length ${content.length} /Filter /FlateDecode >>\nstream\n`), content, Buffer.from('\nendstream')]),
    Buffer.from('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'),
    ...kids.map(() => Buffer.from(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 ${height}] /Contents 3 0 R /Resources << /Font << /F1 4 0 R >> >> >>`)),
  ];
  const parts = [Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  let at = parts[0]?.length ?? 0;
  const places: number[] = [];
  for (const [index, object] of objects.entries()) {
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    places.push(at);
    parts.push(part);
    at += part.length;
  }
  const xref = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map(place => `${String(place).padStart(10, '0')} 00000 n \n`).join('')}`;
  parts.push(Buffer.from(`${xref}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`));
  return Buffer.concat(parts);
}
