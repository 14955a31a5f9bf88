import type {SetLine} from './typesetting.ts';

/** Lines as outlines for SVG, the pen at the origin: no font of the machine has a say. */
export function toOutlines({runs}: SetLine, size: number, x: number, baseline: number): string {
  let pen = x;
  return runs.map(({piece, clusters}) => {
    const scale = size / piece.unitsPerEm;
    return clusters.flatMap(({glyphs}) => glyphs).map(({id, advance, dx, dy}) => {
      const path = `<path transform="matrix(${n(scale)} 0 0 ${n(-scale)} ${n(pen + dx * size)} ${n(baseline - dy * size)})" d="${piece.font.glyphToPath(id)}"/>`;
      pen += advance * size;
      return path;
    }).join('');
  }).join('');
}

function n(value: number): string {
  return String(Math.round(value * 10_000) / 10_000);
}
