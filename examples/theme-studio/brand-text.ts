import {type Brand, BrandError, brandTheme} from '@portico/widgets';

/** A brand as the `brand` attribute holds it; the shortest text that says it. */
export function brandAttribute({color, secondColor, fontFamily, radiusPx, surfaces, theme, logo}: Brand): string {
  const more = [
    secondColor && `second-color: ${secondColor}`,
    fontFamily && `font-family: ${fontFamily.replaceAll('"', "'")}`,
    typeof radiusPx === 'number' && radiusPx !== 8 && `radius: ${radiusPx}px`,
    surfaces === 'tinted' && 'surfaces: tinted',
    theme && `theme: ${theme}`,
    // A picture that was dropped here has no address yet.
    logo && `logo: ${logo.startsWith('blob:') ? '/your-logo.svg' : logo}`,
  ].filter(Boolean);
  return [color ?? '', ...more].join('; ');
}

/** The brand that a text holds; nothing when it cannot be read. */
export function brandOf(text: string): Brand | undefined {
  const found: Record<string, string> = {};
  for (const [at, part] of text.split(/;\s*/).entries()) {
    const [, name = 'color', value = ''] = (at === 0 ? /^()(.*)$/ : /^([a-z-]+):\s*(.*)$/).exec(part) ?? [];
    found[name || 'color'] = value;
  }
  const {color, 'second-color': secondColor = null, 'font-family': fontFamily = null, radius, surfaces, theme} = found;
  if (!color) return undefined;
  const brand = {color, secondColor, fontFamily, radiusPx: radius === undefined ? 8 : Number.parseFloat(radius), surfaces: surfaces === 'tinted' ? 'tinted' : 'plain', theme: theme === 'light' || theme === 'dark' || theme === 'auto' ? theme : null} as const;
  return problemOf(brand) === undefined ? brand : undefined;
}

/** What is wrong with a brand, in a sentence. */
export function problemOf(brand: Brand): string | undefined {
  try {
    brandTheme(brand);
    return undefined;
  } catch (error) {
    if (error instanceof BrandError) return error.problems.map(({message}) => message).join(' ');
    throw error;
  }
}
