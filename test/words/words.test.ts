import assert from 'node:assert/strict';
import {readdir, readFile} from 'node:fs/promises';
import {describe, it} from 'node:test';
import {type Message, type StringTable, tables} from '../../packages/widgets/src/strings/strings.ts';
import {equalWords} from './equal-words.data.ts';
import {avoidedWords, toFinder} from './glossary.ts';
import {placesIn, textOf} from './places.ts';

type Table = StringTable<Record<string, Message>>;

const folder = new URL('../../packages/widgets/src/strings/', import.meta.url);
const languages = ['ar', 'de', 'es', 'fi', 'fr', 'ja', 'ko', 'pt-BR', 'vi', 'zh-Hans', 'zh-Hant'];

for (const file of await readdir(folder)) {
  if (!file.endsWith('.strings.ts')) continue;
  const module = (await import(new URL(file, folder).href)) as Readonly<Record<string, unknown>>;
  // Words that come with a part.
  for (const [name, add] of Object.entries(module)) if (/^add\w+Strings$/.test(name)) (add as () => void)();
}
const {collateralLocales, collateralWords} = await import('../../packages/widgets/src/strings/collateral.strings.ts');

/** What a word says in English and in a language. */
interface Word {
  readonly place: string;
  readonly source: Message;
  readonly own: Message;
}

const words = new Map<string, Word[]>();
for (const language of languages) words.set(language, await wordsIn(language));

async function wordsIn(language: string): Promise<Word[]> {
  const found: Word[] = [];
  const add = (area: string, source: Readonly<Record<string, Message>>, own: Readonly<Record<string, Message>>) => {
    assert.deepEqual(Object.keys(own).sort(), Object.keys(source).sort(), `${area} in ${language}`);
    for (const [key, message] of Object.entries(own)) found.push({place: `${language}/${area}.${key}`, source: source[key] ?? '', own: message});
  };
  for (const {area, source, locales} of tables as Set<Table>) {
    const load = locales[language];
    assert.ok(load, `${area} has no ${language}`);
    add(area, source, (await load()).strings);
  }
  const name = {'zh-Hans': 'zh', 'pt-BR': 'pt'}[language] ?? language;
  const embedded = await collateralLocales[name]?.();
  assert.ok(embedded, `collateral has no ${language}`);
  add('collateral', collateralWords, embedded.strings);
  return found;
}

/** No word that a glossary avoids is said. */
async function againstGlossary(language: string, said: readonly {readonly place: string; readonly text: string}[]): Promise<void> {
  const avoided = avoidedWords(await readFile(new URL(`glossary/${language}.md`, folder), 'utf8'));
  assert.ok(avoided.length > 5);
  const found = avoided.map(toFinder).flatMap(word => said.filter(({text}) => word.test(text)).map(({place, text}) => `${place}: ${word} in “${text}”`));
  assert.deepEqual(found, []);
}

describe('what the widgets say', () => {
  it('is there in every language, and in no other than the product speaks', () => {
    for (const {area, locales} of tables) assert.deepEqual(Object.keys(locales).sort(), languages, area);
    assert.ok([...words.values()].every(list => list.length === words.get('fi')?.length && list.length > 2000));
  });

  it('keeps to the glossary in English', () => againstGlossary('en', (words.get('fi') ?? []).map(({place, source}) => ({place: place.replace('fi/', 'en/'), text: textOf(source, 71)}))));

  for (const [language, list] of words) {
    describe(language, () => {
      it('says something for every number, and all of what English says', () => {
        for (const {place, source, own} of list) {
          assert.equal(typeof own, typeof source, place);
          for (const count of [0, 1, 2, 3, 5, 11, 71, 100, 1_000_000]) {
            const text = textOf(own, count);
            assert.notEqual(text.trim(), '', place);
            assert.doesNotMatch(text, /undefined|NaN|#|\[object/, place);
          }
          assert.deepEqual(placesIn(textOf(own, 71)), placesIn(textOf(source, 71)), `${place}: ${textOf(own, 71)}`);
        }
      });

      it('is translated', () => {
        const allowed = new Set(`${equalWords.all} ${equalWords[language] ?? ''}`.split(' '));
        const same = list.filter(({source, own}) => textOf(own, 71) === textOf(source, 71)).map(({place, own}) => ({place, text: textOf(own, 71)}));
        const untranslated = same.filter(({text}) => [...text.matchAll(/\p{L}+/gu)].some(([word]) => !allowed.has(word.toLowerCase())));
        assert.deepEqual(untranslated.map(({place, text}) => `${place}: ${text}`), []);
      });

      it('keeps to its glossary', () => againstGlossary(language, list.map(({place, own}) => ({place, text: textOf(own, 71)}))));

      // Which forms a language has is a matter of types: plural.ts.
      it('inflects by its own numbers', async () => {
        for (const file of await readdir(new URL(`${language}/`, folder))) {
          const named = [...(await readFile(new URL(`${language}/${file}`, folder), 'utf8')).matchAll(/\bplural\('([\w-]+)'/g)].map(([, name]) => name);
          assert.deepEqual(named.filter(name => name !== language), [], file);
        }
      });

      it('is punctuated as the language is', () => {
        const wrong = {zh: /\p{Script=Han}[,;:?!]/u, ja: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][,;:?!]/u, ko: /[，。：；？！、（）]/u, fr: /[^\u202f\u00a0][;?!]|(?<![\u202f\u00a0]|mailto):(?=\s|$)/u}[language.slice(0, 2)];
        if (wrong) assert.deepEqual(list.map(({place, own}) => `${place}: ${textOf(own, 71)}`).filter(line => wrong.test(line.slice(line.indexOf(': ') + 2))), []);
      });
    });
  }
});
