import type {FilledZone} from '@portico/contract/cobrand-rules';
import type {TemplateRow} from './cobrand-rows.ts';

/** A drawing of one page as an address: boxes where zones are, with their words in them. A pretend backend draws no more than that. */
export function cobrandPreviewOf({width, height}: TemplateRow, zones: readonly FilledZone[], page: number): string {
  const [w, h] = [width ?? 600, height ?? 800];
  const drawn = zones
    .filter(({zone}) => zone.page === page)
    .map(({zone, content}, index) => {
      const box = {x: zone.x, y: zone.w > 0 ? zone.y : 20 + index * 60, w: zone.w || w - 40, h: zone.h || 50};
      const words = 'text' in content ? content.text : content.kind;
      const color = 'color' in content ? content.color : '#6b7280';
      return `<rect x="${box.x}" y="${box.y}" width="${box.w}" height="${box.h}" fill="none" stroke="#d1d5db"/><text x="${box.x + 4}" y="${box.y + Math.min(box.h, 24) * 0.75}" font-size="${Math.min(18, box.h * 0.6)}" font-family="sans-serif" fill="${color}">${escape(words)}</text>`;
    });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}"><rect width="${w}" height="${h}" fill="#fff"/>${drawn.join('')}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
