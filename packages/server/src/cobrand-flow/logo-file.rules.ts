import type {CobrandZone, LogoRules, ZoneFinding} from '@portico/contract';
import {finding} from '@portico/contract/cobrand-rules';

const mediaTypes: readonly string[] = ['image/png', 'image/jpeg', 'image/webp', 'image/svg+xml'];

/** Whether a file of this type can be a logo. */
export function isLogoMediaType(mediaType: string): boolean {
  return mediaTypes.includes(mediaType);
}

/** Rules for logos that the file alone shows. Drawings have as many pixels as are needed. */
export function logoFileFindings({id}: Pick<CobrandZone, 'id'>, {minPixels}: Pick<LogoRules, 'minPixels'>, {mediaType, width, height}: {readonly mediaType: string; readonly width: number | null; readonly height: number | null}): ZoneFinding[] {
  if (mediaType === 'image/svg+xml') return [];
  const actual = Math.max(width ?? 0, height ?? 0);
  if (actual >= minPixels) return [];
  return [finding(id, 'logo_pixels', `The logo is ${actual} pixels long; at least ${minPixels} are asked for. Send a larger picture, or an SVG.`, {limit: minPixels, actual})];
}
