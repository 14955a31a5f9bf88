import {type Brand, readBrand, type ReadBrand, type Theme} from './brand-input.ts';
import {makePalette} from './palette.ts';

/**
 * Makes a readable theme of a brand: every text in it has at least 4.5:1 contrast, every control 3:1, in light and in dark, whatever the colours are. A colour is
 * used as it is where it can be; where not, its lightness moves and its hue stays.
 *
 * @param brand - One colour, the declarations of a `brand` attribute, or an object.
 * @returns Custom properties; colours as pairs for light and dark. What the brand leaves out is left out, so that the fallbacks hold.
 * @throws BrandError with what to write instead.
 */
export function brandTheme(brand: string | Brand): Theme {
  return toTheme(readBrand(brand));
}

/** The theme of a brand that was read. */
export function toTheme({color, secondColor, tinted, fontFamily, radius, colorScheme, tokens}: ReadBrand): Theme {
  const theme: Record<`--portico-${string}`, string> = {};
  if (color) {
    const options = {color, tinted, ...(secondColor && {secondColor})};
    const [day, night] = [makePalette(options, 'light'), makePalette(options, 'dark')];
    for (const [name, value] of Object.entries(day)) theme[`--portico-color-${name}`] = `light-dark(${value}, ${night[name] ?? value})`;
  }
  if (fontFamily) theme['--portico-font-family'] = fontFamily;
  if (radius) theme['--portico-radius'] = radius;
  if (colorScheme) theme['--portico-color-scheme'] = colorScheme;
  return {...theme, ...tokens};
}

/**
 * A theme as a rule of a stylesheet, for pages that make it once and keep it: nothing is computed in the visitor's browser then.
 *
 * @param selector - What the rule is for; the portal and all widgets in it unless said.
 */
export function themeToCss(theme: Theme, selector = 'portico-portal'): string {
  return `${selector} {\n${Object.entries(theme).map(([name, value]) => `  ${name}: ${value};\n`).join('')}}\n`;
}
