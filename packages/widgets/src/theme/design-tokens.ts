import type {Theme} from './brand-input.ts';
import {themeProperties} from './chart-tokens.ts';
import {colorIn} from './contrast.ts';
import {readTokenValue, toTokenColor, toTokenValue, typeOf} from './token-values.ts';

/** A group or a token of the Design Tokens format, 2025.10: a token is what has a `$value`. */
export interface DesignTokens {
  readonly [name: string]: unknown;
}

/** A file of design tokens that cannot be used; its message names the tokens and says what to write. */
export class DesignTokensError extends Error {
  override readonly name = 'DesignTokensError';
  readonly code = 'design_tokens';
  /** Paths of tokens with what to write there. */
  readonly problems: readonly {readonly path: string; readonly message: string}[];

  constructor(problems: readonly {readonly path: string; readonly message: string}[]) {
    super(`The design tokens cannot be used. ${problems.map(({path, message}) => `${path}: ${message}`).join(' ')}`);
    this.problems = problems;
  }
}

const modes = ['light', 'dark'] as const;
type Mode = (typeof modes)[number];

/** Names of tokens that a file may set. */
const known = new Set<string>(Object.keys(themeProperties).filter(name => name !== 'color-scheme'));

/**
 * A theme as design tokens, for Figma, Tokens Studio, Style Dictionary and their kin: colours under `portico.light.color` and `portico.dark.color`, the rest
 * under `portico`.
 *
 * @param options - `colors: 'hex'` for tools that do not read colours as objects yet. Objects are in OKLCH, with the same as `hex` beside.
 */
export function toDesignTokens(theme: Theme, {colors = 'object'}: {readonly colors?: 'object' | 'hex'} = {}): DesignTokens {
  const groups: Record<Mode, Record<string, unknown>> = {light: {}, dark: {}};
  const rest: Record<string, unknown> = {};
  for (const [property, value] of Object.entries(theme)) {
    const name = property.slice('--portico-'.length);
    if (typeOf(name) !== 'color') {
      const token = toTokenValue(name, value);
      if (token) rest[name] = token;
      continue;
    }
    for (const mode of modes) {
      const color = toTokenColor(colorIn(value, mode));
      if (color) groups[mode][name.slice('color-'.length)] = {$value: colors === 'hex' ? color.hex : color};
    }
  }
  const colorGroup = (mode: Mode) => (Object.keys(groups[mode]).length > 0 ? {[mode]: {color: {$type: 'color', ...groups[mode]}}} : {});
  return {portico: {...colorGroup('light'), ...colorGroup('dark'), ...rest}};
}

interface Found {
  readonly path: readonly string[];
  readonly type: unknown;
  readonly value: unknown;
}

const isGroup = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function* walk(group: Record<string, unknown>, path: readonly string[], inherited: unknown): Generator<Found> {
  const type = group['$type'] ?? inherited;
  if ('$value' in group) yield {path, type, value: group['$value']};
  else for (const [name, inner] of Object.entries(group)) if (!name.startsWith('$') && isGroup(inner)) yield* walk(inner, [...path, name], type);
}

/** Follows `{a.b}` and `{"$ref": "#/a/b"}`, also from alias to alias. */
function resolve(found: Found, all: ReadonlyMap<string, Found>, seen: readonly string[] = []): Found | string {
  const {value} = found;
  const reference = typeof value === 'string' ? /^\{([^{}]+)\}$/.exec(value)?.[1] : isGroup(value) && typeof value['$ref'] === 'string' ? value['$ref'].replace(/^#\//, '').replace(/\/\$value$/, '').replaceAll('/', '.') : undefined;
  if (reference === undefined) return found;
  const target = all.get(reference);
  if (!target || seen.includes(reference)) return reference;
  return resolve({...target, path: found.path}, all, [...seen, reference]);
}

/** What a path names: a token of ours, and the mode when it is under one. */
function nameOf(path: readonly string[]): {name: string; mode: Mode | undefined} {
  const mode = modes.find(each => path.includes(each));
  return {name: path.filter(part => part !== 'portico' && part !== mode).join('-'), mode};
}

/**
 * Reads design tokens as a theme. Tokens by our names count, under `portico` or not; colours under a group `light` or `dark` are for that mode, others for both.
 * Aliases are followed and all other tokens left alone. Colours are read as objects and as texts, `$type` is inherited from groups.
 *
 * @param json - What was parsed from the file, or its text.
 * @throws DesignTokensError with what to write instead.
 */
export function fromDesignTokens(json: unknown): Theme {
  const root = typeof json === 'string' ? parse(json) : json;
  if (!isGroup(root)) throw new DesignTokensError([{path: '/', message: 'is no object; a file of design tokens is a group of tokens.'}]);
  const all = new Map([...walk(root, [], undefined)].map(found => [found.path.join('.'), found]));
  const problems: {path: string; message: string}[] = [];
  const values = new Map<string, {light?: string; dark?: string; both?: string}>();
  for (const [path, found] of all) {
    const {name, mode} = nameOf(found.path);
    if (!known.has(name)) continue;
    const target = resolve(found, all);
    if (typeof target === 'string') {
      problems.push({path, message: `{${target}} is no token of the file, or leads back to itself.`});
      continue;
    }
    const type = typeOf(name);
    const reading = target.type !== undefined && target.type !== type && !(type === 'dimension' && target.type === 'number') ? {fix: `its $type is ${String(target.type)}; write ${type}.`} : readTokenValue(type, target.value);
    if ('fix' in reading) problems.push({path, message: reading.fix});
    else values.set(name, {...values.get(name), [mode ?? 'both']: reading.css});
  }
  if (values.size === 0 && problems.length === 0) problems.push({path: '/', message: 'holds no token of Portico; name them as the custom properties are, such as portico.light.color.accent.'});
  if (problems.length > 0) throw new DesignTokensError(problems);
  const css = ({light, dark, both}: {light?: string; dark?: string; both?: string}) => {
    const [day, night] = [light ?? both ?? dark, dark ?? both ?? light];
    return light === undefined && dark === undefined ? both : `light-dark(${day}, ${night})`;
  };
  return Object.fromEntries([...values].map(([name, value]) => [`--portico-${name}`, css(value)])) as Theme;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new DesignTokensError([{path: '/', message: `is no JSON (${(error as Error).message}).`}]);
  }
}
