/** Languages in which names of countries and languages are understood. */
const locales = ['en', 'fi', 'sv', 'de', 'vi', 'fr', 'es', 'zh-Hans', 'zh-Hant', 'it', 'nl', 'pl', 'pt', 'da', 'nb', 'et', 'ja', 'ko', 'ar'];

/** Names that `Intl` does not give, and the three-letter codes that sheets hold most. */
const otherCountryNames: Readonly<Record<string, string>> = {
  usa: 'US', unitedstatesofamerica: 'US', america: 'US', uk: 'GB', greatbritain: 'GB', england: 'GB', scotland: 'GB', wales: 'GB', northernireland: 'GB', korea: 'KR', republicofkorea: 'KR',
  holland: 'NL', thenetherlands: 'NL', czechrepublic: 'CZ', turkey: 'TR', uae: 'AE', emirates: 'AE', ivorycoast: 'CI', burma: 'MM', macedonia: 'MK', swaziland: 'SZ', russianfederation: 'RU',
  prc: 'CN', peoplesrepublicofchina: 'CN', hongkong: 'HK', macau: 'MO', bosnia: 'BA', vietnam: 'VN',
  aus: 'AU', aut: 'AT', bel: 'BE', bgr: 'BG', bra: 'BR', can: 'CA', che: 'CH', chl: 'CL', chn: 'CN', col: 'CO', cze: 'CZ', deu: 'DE', dnk: 'DK', egy: 'EG', esp: 'ES', est: 'EE', fin: 'FI', fra: 'FR',
  gbr: 'GB', grc: 'GR', hrv: 'HR', hun: 'HU', idn: 'ID', ind: 'IN', irl: 'IE', isl: 'IS', isr: 'IL', ita: 'IT', jpn: 'JP', kor: 'KR', ltu: 'LT', lva: 'LV', lux: 'LU', mex: 'MX', mys: 'MY', nld: 'NL',
  nor: 'NO', nzl: 'NZ', phl: 'PH', pol: 'PL', prt: 'PT', rou: 'RO', sau: 'SA', sgp: 'SG', svk: 'SK', svn: 'SI', swe: 'SE', tha: 'TH', tur: 'TR', twn: 'TW', ukr: 'UA', vnm: 'VN', zaf: 'ZA',
};
const languageCodes = ['ar', 'bg', 'cs', 'da', 'de', 'el', 'en', 'es', 'et', 'fi', 'fr', 'he', 'hi', 'hr', 'hu', 'id', 'it', 'ja', 'ko', 'lt', 'lv', 'ms', 'nb', 'nl', 'no', 'pl', 'pt', 'ro', 'ru', 'sk', 'sl', 'sv', 'th', 'tr', 'uk', 'vi', 'zh'];

let countries: ReadonlyMap<string, string> | undefined;
let languages: ReadonlyMap<string, string> | undefined;

/** The two-letter code of a country written as code or name in one of many languages. */
export function toCountry(text: string): string | undefined {
  countries ??= indexNames('region', countryCodes(), otherCountryNames);
  return countries.get(fold(text));
}

/** The tag of a language written as a tag or as its name. */
export function toLanguage(text: string): string | undefined {
  languages ??= indexNames('language', languageCodes, {});
  const tag = text.trim().replaceAll('_', '-');
  return languages.get(fold(text)) ?? (/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})+$/.test(tag) && languages.has(fold(tag.split('-')[0] ?? '')) ? tag : undefined);
}

/** Letters and digits only, without case or accents, so that spelling differences do not count. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[đĐ]/g, 'd')
    .replace(/[øØ]/g, 'o')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function indexNames(type: 'region' | 'language', codes: readonly string[], others: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const index = new Map(Object.entries(others));
  for (const locale of locales) {
    const names = new Intl.DisplayNames(locale, {type, fallback: 'none'});
    for (const code of codes) {
      const name = names.of(code);
      if (name && !index.has(fold(name))) index.set(fold(name), code);
    }
  }
  for (const code of codes) index.set(code.toLowerCase(), code);
  return index;
}

function countryCodes(): string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const names = new Intl.DisplayNames('en', {type: 'region', fallback: 'none'});
  const notCountries = /^(EU|EZ|UN|ZZ|QO|XA|XB)$/;
  return letters
    .flatMap(first => letters.map(second => first + second))
    // Old codes such as DD and UK have names too; their locale says under another code.
    .filter(code => names.of(code) && !notCountries.test(code) && new Intl.Locale(`und-${code}`).region === code);
}
