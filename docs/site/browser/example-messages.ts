import type {MockBackendOptions} from '@portico/mocks';

/** What a page asks of the frame: draw this, as seen by somebody. */
export interface Draw {
  readonly kind: 'draw';
  readonly html: string;
  readonly as: NonNullable<MockBackendOptions['as']>;
  readonly scenario: NonNullable<MockBackendOptions['scenario']>;
  readonly theme: 'light' | 'dark';
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** Whether scripts of the example run; not where the frame shares the origin of the site. */
  readonly scripts: boolean;
}

/** Other settings for what is drawn already. */
export type Dress = Pick<Draw, 'theme' | 'locale' | 'direction'> & {readonly kind: 'dress'};

/** What the frame says to its page. */
export type FromFrame =
  | {readonly kind: 'ready'}
  | {readonly kind: 'drawn'}
  | {readonly kind: 'event'; readonly name: string; readonly detail: string}
  | {readonly kind: 'problem'; readonly text: string};

/** The languages that the widgets speak, by their own names. */
export const languages: Readonly<Record<string, string>> = {
  en: 'English', fi: 'Suomi', de: 'Deutsch', fr: 'Français', es: 'Español', 'pt-BR': 'Português (Brasil)', vi: 'Tiếng Việt', 'zh-Hans': '简体中文', 'zh-Hant': '繁體中文', ja: '日本語', ko: '한국어', ar: 'العربية',
};

/** What the pretend backend can be, in the reader's words. */
export const scenarios: Readonly<Record<Draw['scenario'], string>> = {
  default: 'Usual', empty: 'Empty', one: 'One', many: 'Many', huge: '100,000', slow: 'Slow', offline: 'Offline', forbidden: 'Forbidden', failing: 'Failing', longNames: 'Long names',
};
