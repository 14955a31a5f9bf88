import type {FieldOption} from '../ui/field/field.model.ts';

/** ISO 3166-1 alpha-2, all that are assigned, one after the other. */
const codes =
  'ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCRCUCVCWCXCYCZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIOIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSYEYTZAZMZW';

const lists = new Map<string, readonly FieldOption[]>();

/** Countries by name in the reader's language, those of the programme first. */
export function countryOptions(first: readonly string[], locale: string): readonly FieldOption[] {
  const key = `${locale} ${first.join('')}`;
  let options = lists.get(key);
  if (!options) {
    const names = new Intl.DisplayNames(locale, {type: 'region'});
    const {compare} = new Intl.Collator(locale);
    const named = (list: readonly string[]) => list.map(value => ({value, label: names.of(value) ?? value})).sort((a, b) => compare(a.label, b.label));
    options = [...named(first), ...named((codes.match(/../g) ?? []).filter(code => !first.includes(code)))];
    lists.set(key, options);
  }
  return options;
}
