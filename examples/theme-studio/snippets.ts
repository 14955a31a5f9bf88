import {type Brand, brandTheme, themeToCss, toDesignTokens} from '@portico/widgets';
import {brandAttribute} from './brand-text.ts';

/** A way to take a theme along. */
export interface Snippet {
  readonly id: 'html' | 'css' | 'tokens' | 'programme';
  readonly label: string;
  /** When this way is the right one. */
  readonly use: string;
  readonly fileName: string;
  readonly code: string;
}

/** Every way to take this brand along. */
export function snippetsFor(brand: Brand): readonly Snippet[] {
  const theme = brandTheme(brand);
  const {color, secondColor = null, fontFamily = null, radiusPx = null, surfaces = 'plain', theme: mode = null} = brand;
  return [
    {
      id: 'html',
      label: 'HTML',
      use: 'For one page or site. The theme is made in the browser of the reader, in about a millisecond.',
      fileName: 'portal.html',
      code: `<portico-portal api-url="https://portico.example.com" brand="${brandAttribute(brand)}">\n  <portico-lead-inbox></portico-lead-inbox>\n</portico-portal>\n`,
    },
    {id: 'css', label: 'CSS', use: 'For a stylesheet that you keep: nothing is computed later, and it wins over the programme’s brand.', fileName: 'portico-theme.css', code: themeToCss(theme)},
    {id: 'tokens', label: 'Design tokens', use: 'For Figma, Tokens Studio and Style Dictionary. Read such a file with fromDesignTokens().', fileName: 'portico.tokens.json', code: `${JSON.stringify(toDesignTokens(theme), null, 2)}\n`},
    {
      id: 'programme',
      label: 'Programme',
      use: 'For every page of every partner that names no brand of its own. Your backend sets it once.',
      fileName: 'set-brand.js',
      code: `import {createClient} from '@portico/client';\n\nconst client = createClient({apiUrl: 'https://portico.example.com', secretKey: process.env.PORTICO_KEY});\nconst {version} = await client.program.get({});\nawait client.program.update({\n  version,\n  brand: ${toLiteral({color, secondColor, fontFamily: fontFamily?.replaceAll(/["']/g, '') ?? null, radiusPx, surfaces, theme: mode})},\n});\n`,
    },
  ];
}

function toLiteral(value: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(value).map(([key, each]) => `    ${key}: ${typeof each === 'string' ? `'${each}'` : String(each)},`);
  return `{\n${lines.join('\n')}\n  }`;
}
