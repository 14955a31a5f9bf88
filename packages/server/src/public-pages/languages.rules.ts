/** Languages that somebody reads, by an `Accept-Language` header, first choice first. */
export function readLanguages(header: string | null): string[] {
  const wanted = (header ?? '').slice(0, 500).split(',').flatMap(part => {
    const [, tag, quality] = /^\s*([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\s*(?:;\s*q=([\d.]{1,5}))?\s*$/.exec(part) ?? [];
    return tag ? [{tag, quality: quality === undefined ? 1 : Number(quality)}] : [];
  });
  return wanted.filter(({quality}) => quality > 0).toSorted((a, b) => b.quality - a.quality).map(({tag}) => tag);
}

/**
 * The first of somebody's languages that there are words in: the same language in the same script (`zh-HK` → `zh-Hant`, `pt` → `pt-BR`), else English.
 *
 * @param available - BCP 47 tags.
 */
export function chooseLanguage<L extends string>(languages: readonly string[], available: readonly (L | 'en')[]): L | 'en' {
  for (const language of languages) {
    const wanted = written(language);
    const found = available.find(tag => tag.toLowerCase() === language.toLowerCase()) ?? available.find(tag => written(tag) === wanted);
    if (found) return found;
  }
  return 'en';
}

/** Language and script of a tag: `zh-CN` → `zh-Hans`. A tag that is none stands for itself. */
function written(tag: string): string {
  try {
    const {language, script} = new Intl.Locale(tag).maximize();
    return `${language}-${script}`;
  } catch {
    return tag;
  }
}
