import type {CobrandZone} from '@portico/contract';
import {encode} from 'uqr';
import type {Box, Mark} from './drawing.ts';

/** Modules around a code that have to stay light, as ISO/IEC 18004 asks. */
const quietModules = 4;

/** The modules of a code, without its quiet zone. */
export function qrModules(address: string): readonly (readonly boolean[])[] {
  return encode(address, {ecc: 'M', border: 0}).data;
}

/** A code on white, as large as its zone allows. @returns With its side, the quiet zone included. */
export function composeQr({page, x, y, w, h, maxSize}: CobrandZone, address: string): {readonly marks: readonly Mark[]; readonly side: number} {
  const modules = qrModules(address);
  const side = Math.min(w, h, maxSize ?? Infinity);
  const left = x + (w - side) / 2;
  const top = y + (h - side) / 2;
  const module = side / (modules.length + 2 * quietModules);
  const boxes: Box[] = [];
  for (const [row, cells] of modules.entries()) {
    for (let column = 0; column < cells.length; column++) {
      if (!cells[column]) continue;
      const from = column;
      while (cells[column + 1]) column++;
      boxes.push({x: left + (quietModules + from) * module, y: top + (quietModules + row) * module, w: (column - from + 1) * module, h: module});
    }
  }
  const white: Mark = {kind: 'boxes', page, boxes: [{x: left, y: top, w: side, h: side}], radius: 0, color: '#ffffff'};
  return {marks: [white, {kind: 'boxes', page, boxes, radius: 0, color: '#000000'}], side};
}
