/** The languages that the widgets speak. */
const locales = {
  en: 'English', fi: 'Suomi', de: 'Deutsch', fr: 'Français', es: 'Español', 'pt-BR': 'Português (Brasil)', vi: 'Tiếng Việt', 'zh-Hans': '简体中文', 'zh-Hant': '繁體中文', ja: '日本語', ko: '한국어', ar: 'العربية',
} as const;

/** Switches above every story. */
export const toolbars = {
  theme: {
    description: 'Light or dark',
    toolbar: {title: 'Theme', icon: 'circlehollow', items: [{value: 'light', title: 'Light'}, {value: 'dark', title: 'Dark'}], dynamicTitle: true},
  },
  locale: {
    description: 'Language',
    toolbar: {title: 'Language', icon: 'globe', items: Object.entries(locales).map(([value, title]) => ({value, title})), dynamicTitle: true},
  },
  direction: {
    description: 'Direction of writing',
    toolbar: {
      title: 'Direction',
      icon: 'transfer',
      items: [
        {value: 'auto', title: 'As the language is written'},
        {value: 'ltr', title: 'Left to right'},
        {value: 'rtl', title: 'Right to left'},
      ],
      dynamicTitle: true,
    },
  },
} as const;

/** The direction of a story. */
export function directionOf(direction: string, locale: string): 'ltr' | 'rtl' {
  if (direction === 'ltr' || direction === 'rtl') return direction;
  return locale === 'ar' ? 'rtl' : 'ltr';
}
