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
  brand: {
    description: 'Brand',
    toolbar: {
      title: 'Brand',
      icon: 'paintbrush',
      items: [
        {value: '', title: 'The programme’s'},
        {value: '#0f766e; second-color: #d97706', title: 'Spruce'},
        {value: '#7e22ce; second-color: #db2777; radius: 16px; surfaces: tinted', title: 'Plum'},
        {value: '#18181b; second-color: #e11d48; radius: 0px; font-family: Georgia, serif', title: 'Ink'},
        {value: '#ffd400; second-color: #111111; radius: 4px', title: 'Signal'},
      ],
      dynamicTitle: true,
    },
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
