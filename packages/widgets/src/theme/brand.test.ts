import {expect} from '@open-wc/testing';
import {brandTheme} from './brand.ts';
import {contrast, parseHex, type Rgb, toHex, toOklch, toRgb} from './oklch.ts';
import {tokens} from './tokens.ts';

const rgb = (hex: string) => parseHex(hex) as Rgb;

/** Splits `light-dark(#…, #…)`. */
function modes(value: string): [Rgb, Rgb] {
  const [light, dark] = value.match(/#[\da-f]{3,8}/gi) ?? [];
  return [rgb(light ?? ''), rgb(dark ?? '')];
}

/** Every 17th step of each channel: 4,096 colours, black, white and the pure hues among them. */
function* sampledCube() {
  for (let r = 0; r < 256; r += 17) for (let g = 0; g < 256; g += 17) for (let b = 0; b < 256; b += 17) yield [r, g, b];
}

describe('brandTheme', () => {
  const surfaces = ['color-surface', 'color-surface-raised', 'color-surface-sunken'] as const;

  it('is readable for every colour of the sampled sRGB cube, in light and in dark', () => {
    const worst = {onAccent: 21, onHover: 21, control: 21, hover: 21, text: 21};
    let tried = 0;
    for (const channels of sampledCube()) {
      const brand = toHex(channels.map(channel => channel / 255) as unknown as Rgb);
      const theme = brandTheme(brand);
      tried++;
      for (const mode of [0, 1] as const) {
        const of = (name: string) => modes(theme[`--portico-color-${name}`] ?? '')[mode];
        const [accent, on, hover, text] = [of('accent'), of('on-accent'), of('accent-hover'), of('accent-text')];
        worst.onAccent = Math.min(worst.onAccent, contrast(accent, on));
        worst.onHover = Math.min(worst.onHover, contrast(hover, on));
        for (const name of surfaces) {
          const surface = modes(tokens[name])[mode];
          worst.control = Math.min(worst.control, contrast(accent, surface));
          worst.hover = Math.min(worst.hover, contrast(hover, surface));
          worst.text = Math.min(worst.text, contrast(text, surface));
        }
      }
    }
    expect(tried).to.equal(4096);
    expect(worst.onAccent).to.be.at.least(4.5);
    expect(worst.onHover).to.be.at.least(4.5);
    expect(worst.control).to.be.at.least(3);
    expect(worst.hover).to.be.at.least(3);
    expect(worst.text).to.be.at.least(4.5);
  });

  it('uses the brand colour itself where it can be read', () => {
    expect(brandTheme('#2f5bd8')['--portico-color-accent']).to.match(/^light-dark\(#2f5bd8,/);
    expect(brandTheme('ffd400')['--portico-color-accent']).to.match(/, #ffd400\)$/);
  });

  it('keeps the hue where the lightness must move', () => {
    const [light] = modes(brandTheme('#ffd400')['--portico-color-accent'] ?? '');
    expect(toOklch(light).h).to.be.closeTo(toOklch(rgb('#ffd400')).h, 3);
  });

  it('leaves the fallbacks in force when the text is no colour', () => {
    expect(brandTheme('url(javascript:alert(1))')).to.deep.equal({});
    expect(brandTheme('red; background: url(x)')).to.deep.equal({});
  });
});

describe('tokens', () => {
  const surfaces = ['color-surface', 'color-surface-raised', 'color-surface-sunken'] as const;
  const pairs: [keyof typeof tokens, number][] = [
    ['color-text', 4.5],
    ['color-text-muted', 4.5],
    ['color-accent-text', 4.5],
    ['color-success', 4.5],
    ['color-warning', 4.5],
    ['color-danger', 4.5],
    ['color-info', 4.5],
    ['color-accent', 3],
    ['color-border-strong', 3],
  ];

  for (const [name, least] of pairs) {
    it(`gives ${name} a contrast of ${least} on every surface`, () => {
      for (const mode of [0, 1] as const) {
        for (const surface of surfaces) {
          const found = contrast(modes(tokens[name])[mode], modes(tokens[surface])[mode]);
          expect(found, `${surface}, ${mode ? 'dark' : 'light'}`).to.be.at.least(least);
        }
      }
    });
  }

  for (const name of ['accent', 'success', 'warning', 'danger', 'info'] as const) {
    it(`gives on-${name} a contrast of 4.5 on ${name}`, () => {
      for (const mode of [0, 1] as const) {
        const [fill, on] = [modes(tokens[`color-${name}`])[mode], modes(tokens[`color-on-${name}`])[mode]];
        expect(contrast(fill, on)).to.be.at.least(4.5);
      }
    });
  }
});

describe('oklch', () => {
  it('takes every sampled colour there and back without a change', () => {
    for (const channels of sampledCube()) {
      const hex = toHex(channels.map(channel => channel / 255) as unknown as Rgb);
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
