/** The languages that our own tables have besides English, in the order of the tables. */
export const languages = ['fi', 'zh-Hans', 'zh-Hant', 'vi', 'de', 'fr', 'es', 'pt-BR', 'ja', 'ko', 'ar'];
