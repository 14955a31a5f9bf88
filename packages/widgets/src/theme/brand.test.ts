import {expect} from '@open-wc/testing';
import {BrandError, readBrand} from './brand-input.ts';
import {brandTheme, themeToCss} from './brand.ts';
import {chartTokens} from './chart-tokens.ts';
import {contrastReport} from './contrast.ts';
import {DesignTokensError, fromDesignTokens, toDesignTokens} from './design-tokens.ts';
import {proposeColors} from './logo-colors.ts';
import {parseHex, type Rgb, toHex, toOklab, toOklch, toRgb} from './oklch.ts';
import {tokens} from './tokens.ts';

const rgb = (hex: string) => parseHex(hex) as Rgb;

/** Splits `light-dark(#…, #…)`. */
function modes(value: string): [Rgb, Rgb] {
  const [light, dark] = value.match(/#[\da-f]{3,8}/gi) ?? [];
  return [rgb(light ?? ''), rgb(dark ?? '')];
}

/** Eleven steps of each channel: 1,331 colours. */
function* sampledCube() {
  for (let r = 0; r <= 10; r++) for (let g = 0; g <= 10; g++) for (let b = 0; b <= 10; b++) yield [r / 10, g / 10, b / 10];
}

/** The pure hues, black, white and the greys between are among them. */
const cube = [...sampledCube()].map(channels => toHex(channels as unknown as Rgb));

describe('brandTheme', () => {
  it('is readable for every colour of the sampled sRGB cube, alone and with a second one, plain and tinted, in light and in dark', () => {
    const weak = new Set<string>();
    let counted = 0;
    cube.forEach((color, at) => {
      // A step that meets every pair of distant colours, near ones and greys with hues.
      const secondColor = at % 3 === 0 ? undefined : cube[(at * 1367 + 11) % cube.length];
      const theme = brandTheme({color, ...(secondColor && {secondColor}), surfaces: at % 2 === 0 ? 'plain' : 'tinted'});
      for (const {mode, token, on, isTint, ratio, least} of contrastReport(theme)) {
        counted++;
        if (ratio < least) weak.add(`${token} on ${on}${isTint ? ' (tint)' : ''} ${mode}: ${color} ${secondColor} ${ratio.toFixed(2)}`);
      }
    });
    expect([...weak]).to.deep.equal([]);
    expect(cube.length).to.equal(1331);
    expect(counted).to.be.above(1331 * 2 * 70);
  });

  it('tells the series of a chart apart, whatever the brand is', () => {
    let least = Infinity;
    for (const [at, color] of cube.entries()) {
      if (at % 13 !== 0) continue;
      const theme = brandTheme(color);
      for (const mode of [0, 1] as const) {
        const shown = [1, 2, 3, 4, 5, 6].map(series => toOklab(modes(theme[`--portico-color-chart-${series}`] ?? '')[mode]));
        shown.forEach((one, first) => shown.slice(first + 1).forEach(other => (least = Math.min(least, Math.hypot(...one.map((v, axis) => v - (other[axis] as number)))))));
      }
    }
    expect(least).to.be.above(0.04);
  });

  it('uses the brand colour itself where it can be read', () => {
    expect(brandTheme('#2f5bd8')['--portico-color-accent']).to.match(/^light-dark\(#2f5bd8,/);
    expect(brandTheme('ffd400')['--portico-color-accent']).to.match(/, #ffd400\)$/);
  });

  it('keeps the hue where the lightness must move', () => {
    const [light] = modes(brandTheme('#ffd400')['--portico-color-accent'] ?? '');
    expect(toOklch(light).h).to.be.closeTo(toOklch(rgb('#ffd400')).h, 3);
  });

  it('turns ink to chalk in dark, and paper to ink in light', () => {
    const lightness = (brand: string, mode: 0 | 1) => toOklch(modes(brandTheme(brand)['--portico-color-accent'] ?? '')[mode]).l;
    expect(lightness('#18181b', 0)).to.be.below(0.25);
    expect(lightness('#18181b', 1)).to.be.above(0.9);
    expect(lightness('#f5f5f4', 0)).to.be.below(0.3);
  });

  it('has the greys and states of the fallbacks, nearly, where the brand is their blue', () => {
    const theme = brandTheme('#2f5bd8');
    for (const [name, value] of Object.entries(tokens)) {
      const own = theme[`--portico-${name}`];
      if (!own || !/^light-dark\(#[\da-f]{6},/.test(value) || /accent|focus|second/.test(name)) continue;
      for (const mode of [0, 1] as const) {
        const [one, other] = [toOklab(modes(own)[mode]), toOklab(modes(value)[mode])];
        expect(Math.hypot(...one.map((v, axis) => v - (other[axis] as number))), `${name} ${own} ${value}`).to.be.below(0.06);
      }
    }
  });

  it('takes every form of a colour that CSS has for brands', () => {
    const same = brandTheme('#0f766e');
    for (const form of ['0F766E', '#0f766eff', 'rgb(15 118 110)', 'rgba(15, 118, 110, 1)', 'rgb(5.882% 46.275% 43.137% / 100%)', 'color: #0f766e', 'hsl(175.34deg 77.44% 26.078%)', 'oklch(51.09% 0.08612 186.39)'])
      expect(brandTheme(form)['--portico-color-accent'], form).to.equal(same['--portico-color-accent']);
    expect(brandTheme('#fc0')).to.deep.equal(brandTheme('#ffcc00'));
    expect(brandTheme('oklch(0.7 0.4 140)')['--portico-color-accent']).to.match(/^light-dark\(#/);
  });

  it('reads the declarations of an attribute as the same brand from code', () => {
    const logo = 'data:image/svg+xml;base64,PHN2Zy8+';
    const brand = {color: '#0f766e', secondColor: 'rgb(245, 158, 11)', fontFamily: '"IBM Plex Sans", system-ui', radiusPx: 12, surfaces: 'tinted', theme: 'auto', logo} as const;
    const text = `#0f766e; second-color: rgb(245, 158, 11); font-family: 'IBM Plex Sans', system-ui; radius: 12px; surfaces: tinted; theme: auto; logo: ${logo};`;
    expect(readBrand(text)).to.deep.equal(readBrand(brand));
    expect(brandTheme(text)['--portico-font-family']).to.equal('"IBM Plex Sans", system-ui');
    expect(readBrand(`logo: ${logo}; color: #fff`).logo).to.equal(logo);
  });

  it('says what to write instead of each value that is wrong, and lets nothing out of its declaration', () => {
    const wrong = ['url(javascript:alert(1))', 'red; background: url(x)', '', 'rgb(1 2)', 'oklch(0.5 0.1 50%)', 'constructor: x', '#0f766e; logo: javascript:alert(1)', '#0f766e; font-family: Inter} * {color: red', '#0f766e; radius: 40px', '#0f766e; theme: constructor', '#0f766e; surfaces: loud', 'second-color: #fff'];
    for (const brand of wrong) expect(() => brandTheme(brand), brand).to.throw(BrandError, /^The brand cannot be used\. [\w-]+: .*(write|empty)/);
  });

  it('writes a rule for a stylesheet that the browser takes as it is', () => {
    const sheet = new CSSStyleSheet();
    const theme = brandTheme({color: '#0f766e', fontFamily: 'IBM Plex Sans, system-ui', radiusPx: 12, theme: 'auto'});
    sheet.replaceSync(themeToCss(theme));
    const {style, selectorText} = sheet.cssRules[0] as CSSStyleRule;
    expect(selectorText).to.equal('portico-portal');
    expect(style.length).to.equal(Object.keys(theme).length);
  });
});

describe('design tokens', () => {
  const themes = () => cube.filter((_, at) => at % 29 === 0).map((color, at) => brandTheme({color, secondColor: cube[(at * 97) % cube.length] ?? null, radiusPx: at % 33, fontFamily: ['Inter', 'IBM Plex Sans, sans-serif', '日本語ゴシック, serif'][at % 3] ?? null, surfaces: at % 2 ? 'tinted' : 'plain'}));

  it('take a theme there and back without a change, with colours as objects and as text', () => {
    for (const theme of themes()) {
      for (const colors of ['object', 'hex'] as const) {
        const json = JSON.parse(JSON.stringify(toDesignTokens(theme, {colors}))) as unknown;
        expect(fromDesignTokens(json)).to.deep.equal(theme);
      }
    }
  });

  it('of other tools are read: aliases, inherited types, one colour for both modes; what is not ours is left alone', () => {
    const theme = fromDesignTokens({
      palette: {$type: 'color', teal: {$value: {colorSpace: 'srgb', components: [15 / 255, 118 / 255, 110 / 255]}}, deep: {$value: '{palette.teal}'}, p3: {$value: {colorSpace: 'display-p3', components: [0, 1, 0], hex: '#00f900'}}},
      color: {accent: {$value: '{palette.deep}'}, focus: {$type: 'color', $value: {$ref: '#/palette/p3/$value'}}},
      light: {color: {$type: 'color', text: {$value: 'rgb(10 20 30)'}}},
      radius: {$type: 'dimension', $value: {value: 0.5, unit: 'rem'}},
      'font-family': {$type: 'fontFamily', $value: ['IBM Plex Sans', 'serif']},
      brandwide: {$type: 'shadow', $value: []},
    });
    expect(theme).to.deep.equal({
      '--portico-color-accent': '#0f766e',
      '--portico-color-focus': '#00f900',
      '--portico-color-text': 'light-dark(#0a141e, #0a141e)',
      '--portico-radius': '0.5rem',
      '--portico-font-family': '"IBM Plex Sans", serif',
    });
    expect(brandTheme({color: '#b00020', tokens: theme})['--portico-color-accent']).to.equal('#0f766e');
  });

  it('that are wrong are named with what to write', () => {
    const wrong: [unknown, RegExp][] = [
      ['{', /is no JSON/],
      [[], /is no object/],
      [{other: {$value: 1}}, /holds no token of Portico/],
      [{color: {accent: {$value: '{a.b}'}}}, /color\.accent: \{a\.b\} is no token of the file/],
      [{color: {accent: {$value: '{color.text}'}, text: {$value: '{color.accent}'}}}, /leads back to itself/],
      [{color: {accent: {$value: {colorSpace: 'lab', components: [1, 2, 3]}}}}, /give a colour of the space lab a "hex"/],
      [{color: {accent: {$type: 'dimension', $value: '#fff'}}}, /its \$type is dimension; write color/],
      [{radius: {$value: '8em'}}, /write \{"value": 8, "unit": "px"\}/],
    ];
    for (const [json, message] of wrong) expect(() => fromDesignTokens(json), String(message)).to.throw(DesignTokensError, message);
  });
});

describe('proposeColors', () => {
  const picture = (...runs: [count: number, ...rgba: number[]][]) => runs.flatMap(([count, ...rgba]) => [...'x'.repeat(count)].flatMap(() => rgba));

  it('names the colours that a logo is made of, and not its ground', () => {
    expect(proposeColors(picture([900, 255, 255, 255, 255], [300, 15, 118, 110, 255], [20, 100, 160, 155, 255], [60, 245, 158, 11, 255], [200, 0, 0, 0, 0], [80, 20, 20, 20, 255]))).to.deep.equal(['#0f766e', '#f59e0b']);
  });

  it('takes the ink of a logo without colour, and nothing of an empty one', () => {
    expect(proposeColors(picture([50, 20, 20, 20, 255], [200, 0, 0, 0, 0]))).to.deep.equal(['#141414']);
    expect(proposeColors(picture([50, 20, 20, 20, 0]))).to.deep.equal([]);
  });
});

describe('tokens', () => {
  it('have the contrast that a theme has, with a chart and without a brand', () => {
    const rows = contrastReport({});
    expect(rows.filter(({ratio, least}) => ratio < least)).to.deep.equal([]);
    expect(rows.length).to.be.above(100);
    expect(rows.filter(({token}) => token in chartTokens).length).to.equal(2 * 3 * 5);
  });
});

describe('oklch', () => {
  it('takes every sampled colour there and back without a change', () => {
    for (const channels of sampledCube()) {
      const hex = toHex(channels as unknown as Rgb);
      expect(toHex(toRgb(toOklch(rgb(hex))))).to.equal(hex);
    }
  });

  it('agrees with the colour math of the browser', () => {
    const context = new OffscreenCanvas(1, 1).getContext('2d');
    if (!context) throw new Error('No canvas.');
    context.fillStyle = 'oklch(0.62 0.12 250)';
    context.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0] = context.getImageData(0, 0, 1, 1).data;
    const ours = toRgb({l: 0.62, c: 0.12, h: 250}).map(v => v * 255);
    [r, g, b].forEach((channel, at) => expect(ours[at]).to.be.closeTo(channel, 1));
  });
});
