/** What makes, counts and exchanges themes, without a widget: for servers, build scripts and studios. Runs without a DOM. */
export {type Brand, BrandError, type BrandProblem, type Theme} from './theme/brand-input.ts';
export {brandTheme, themeToCss} from './theme/brand.ts';
export {chartColor, chartTokens, themeProperties, type ThemeProperty} from './theme/chart-tokens.ts';
export {contrastReport, type ContrastRow} from './theme/contrast.ts';
export {type DesignTokens, DesignTokensError, fromDesignTokens, toDesignTokens} from './theme/design-tokens.ts';
export {proposeColors} from './theme/logo-colors.ts';
export {space, tint, token, type TokenName, tokens} from './theme/tokens.ts';
