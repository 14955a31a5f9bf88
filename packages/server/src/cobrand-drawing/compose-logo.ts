import type {CobrandZone, LogoRules, ZoneFinding} from '@portico/contract';
import {finding} from '@portico/contract/cobrand-rules';
import {medianContrast} from './contrast.rules.ts';
import type {Box, Composed, Ground, LogoFile, Rgb} from './drawing.ts';
import {openLogo} from './logo-picture.ts';

/** Where a logo goes: whole, with clear space of a share of its height around it, inside of its zone. */
export function placeLogo(zone: Pick<CobrandZone, 'x' | 'y' | 'w' | 'h' | 'align' | 'maxSize'>, ratio: number, clearSpace: number): Box {
  const free = Math.min(zone.h / (1 + 2 * clearSpace), zone.w / (ratio + 2 * clearSpace));
  const h = zone.maxSize === null ? free : Math.min(free, zone.maxSize / Math.max(1, ratio));
  const w = h * ratio;
  const pad = clearSpace * h;
  const x = zone.align === 'center' ? zone.x + (zone.w - w) / 2 : zone.align === 'end' ? zone.x + zone.w - pad - w : zone.x + pad;
  return {x, y: zone.y + (zone.h - h) / 2, w, h};
}

/** Puts a logo into its zone and holds it against the rules. */
export async function composeLogo(zone: CobrandZone, logo: LogoFile, rules: LogoRules, ground: Ground): Promise<Composed> {
  const open = await openLogo(logo);
  if (!open) return {marks: [], findings: [finding(zone.id, 'logo_unusable', 'This logo cannot be opened. Choose another picture.')]};
  const box = placeLogo(zone, open.width / open.height, rules.clearSpace);
  const findings: ZoneFinding[] = [];
  const longer = Math.round(Math.max(box.w, box.h));
  if (zone.minSize !== null && longer < zone.minSize) findings.push(finding(zone.id, 'logo_too_small', `The logo would be ${longer} long; at least ${zone.minSize} is asked for. Use one of another shape.`, {limit: zone.minSize, actual: longer}));
  if (rules.transparent && open.isOpaque) findings.push(finding(zone.id, 'logo_background', 'The logo has a background of its own. Send one with a transparent background.'));
  // One with a background of its own stands on that.
  if (!open.isOpaque) {
    const under = await ground.sample(zone.page, box, open.columns, open.rows);
    const pairs = open.pixels.flatMap(({rgb, alpha}, index): (readonly [Rgb, Rgb])[] => {
      const below = under[index];
      return alpha >= 128 && below ? [[rgb, below]] : [];
    });
    const actual = medianContrast(pairs);
    if (actual < rules.minContrast) {
      const message = `The logo stands out too little from what is under it: ${actual.toFixed(1)}, at least ${rules.minContrast} is asked for. Use a lighter or darker logo.`;
      findings.push(finding(zone.id, 'logo_contrast', message, {limit: rules.minContrast, actual: Math.round(actual * 10) / 10}));
    }
  }
  return {marks: [{kind: 'picture', page: zone.page, box, logo}], findings};
}
