/** Languages that a version may be in, besides those that the piece has. */
export const languages: readonly string[] = ['en', 'fi', 'sv', 'de', 'vi', 'zh-Hans', 'zh-Hant', 'ar', 'cs', 'da', 'el', 'es', 'et', 'fr', 'he', 'hu', 'id', 'it', 'ja', 'ko', 'lt', 'lv', 'nb', 'nl', 'pl', 'pt', 'pt-BR', 'ro', 'ru', 'sk', 'sl', 'th', 'tr', 'uk'];
