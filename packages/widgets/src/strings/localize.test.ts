import {expect, fixture} from '@open-wc/testing';
import {html, LitElement} from 'lit';
import {defineStrings, Localize, plural, refreshLanguage, registerStrings, type StringsOf} from './localize.ts';
import {matchLocale, nearestLang} from './locale.ts';
import {pseudoLocale, toPseudo, usePseudoLocale} from './pseudo.ts';
import {forgottenWords} from './forgotten-words.harness.ts';

const en = {
  hello: 'Hello',
  bye: 'Goodbye',
  leads: (count: number) => plural('en', count, {one: '# lead', other: '# leads'}),
};
let arrive: () => void = () => {};
const arrived = new Promise<void>(resolve => (arrive = resolve));
const table = defineStrings('test', en, {
  fi: async () => {
    await arrived;
    const strings: StringsOf<typeof en> = {
      hello: 'Hei',
      bye: 'Näkemiin',
      leads: count => plural('fi', count, {one: '# liidi', other: '# liidiä'}),
    };
    return {strings};
  },
  'zh-Hans': async () => ({strings: {hello: '你好', bye: '再见', leads: count => `${count} 条`}}),
  de: () => Promise.reject(new TypeError('Failed to fetch')),
});

class Greeting extends LitElement {
  readonly text = new Localize(this, table);
  protected override render() {
    return html`<p>${this.text.term('hello')} ${this.text.term('leads', 2)}</p>`;
  }
}
customElements.define('test-greeting', Greeting);

const greet = (lang: string) =>
  fixture<Greeting>(html`<test-greeting lang=${lang}></test-greeting>`);
const shown = (element: Greeting) => element.renderRoot.querySelector('p')?.textContent;

describe('Localize', () => {
  it('shows English until the words of a language come, and then those', async () => {
    const element = await greet('fi');
    expect(shown(element)).to.equal('Hello 2 leads');
    expect(element.text.pending).to.equal(true);
    arrive();
    await element.text.ready;
    await element.updateComplete;
    expect(element.text.pending).to.equal(false);
    expect(shown(element)).to.equal('Hei 2 liidiä');
  });

  it('stays in English when the words of a language cannot be had', async () => {
    const element = await greet('de');
    await element.text.ready;
    await element.updateComplete;
    expect(shown(element)).to.equal('Hello 2 leads');
  });

  it('takes the language of the nearest element that has one, through shadow roots', async () => {
    const outer = await fixture<HTMLElement>(html`<div lang="fi"><section></section></div>`);
    const root = outer.querySelector('section')!.attachShadow({mode: 'open'});
    const element = document.createElement('test-greeting') as Greeting;
    root.append(element);
    expect(nearestLang(element)).to.equal('fi');
    outer.removeAttribute('lang');
    const page = document.documentElement.lang || navigator.language;
    expect(nearestLang(element)).to.equal(page);
  });

  it('follows a change of the language anywhere above it', async () => {
    const outer = await fixture<HTMLElement>(html`<div lang="fi"><test-greeting></test-greeting></div>`);
    const element = outer.querySelector<Greeting>('test-greeting')!;
    await element.text.ready;
    await element.updateComplete;
    expect(shown(element)).to.equal('Hei 2 liidiä');
    outer.lang = 'en';
    await new Promise(resolve => setTimeout(resolve));
    await element.updateComplete;
    expect(shown(element)).to.equal('Hello 2 leads');
  });

  it('falls back to a language of the same script only', () => {
    const available = ['en', 'fi', 'zh-Hans', 'vi', 'de', 'ar'];
    const matches = ['de-AT', 'zh', 'zh-CN', 'zh-SG', 'zh-TW', 'zh-Hant-HK', 'ar-EG', 'sr-Latn', 'en-GB', 'vi-VN'];
    expect(matches.map(tag => matchLocale(tag, available))).to.deep.equal(
      ['de', 'zh-Hans', 'zh-Hans', 'zh-Hans', 'en', 'en', 'ar', 'en', 'en', 'vi'],
    );
  });

  it('finds the language of a tag of any country', () => {
    const available = ['en', 'zh-Hans', 'zh-Hant', 'fr', 'es', 'pt-BR', 'ja', 'ko'];
    const matches = {
      'zh-TW': 'zh-Hant', 'zh-HK': 'zh-Hant', 'zh-MO': 'zh-Hant', 'zh-Hant': 'zh-Hant', 'zh-Hant-HK': 'zh-Hant', 'zh': 'zh-Hans', 'zh-CN': 'zh-Hans', 'zh-Hans-TW': 'zh-Hans',
      'pt': 'pt-BR', 'pt-PT': 'pt-BR', 'pt-AO': 'pt-BR', 'es-ES': 'es', 'es-MX': 'es', 'es-419': 'es', 'fr-CA': 'fr', 'fr-CH': 'fr', 'ja-JP': 'ja', 'ko-KR': 'ko', 'ko-KP': 'ko', 'nl': 'en',
    };
    for (const [tag, locale] of Object.entries(matches)) expect(matchLocale(tag, available), tag).to.equal(locale);
  });

  it('survives a language tag that is none', async () => {
    const element = await greet('no such language!');
    expect(shown(element)).to.equal('Hello 2 leads');
    expect((await greet('fi_FI')).text.lang()).to.equal('fi-FI');
  });

  it('lets a page replace a word, in a language that is still to come as well', async () => {
    registerStrings(table, 'zh-Hans', {hello: '您好'});
    const element = await greet('zh-CN');
    await element.text.ready;
    await element.updateComplete;
    expect(shown(element)).to.equal('您好 2 条');
  });

  it('lets a page add a language, with English where it lacks a word', async () => {
    registerStrings('test', 'sv', {hello: 'Hej'});
    expect(shown(await greet('sv'))).to.equal('Hej 2 leads');
  });

  it('writes money with the decimals of its currency', async () => {
    const {text} = await greet('en');
    expect(text.money({amountMinor: 4_000_000, currency: 'EUR'})).to.equal('€40,000');
    expect(text.money({amountMinor: 4_000_050, currency: 'EUR'})).to.equal('€40,000.50');
    expect(text.money({amountMinor: 1500, currency: 'JPY'})).to.equal('¥1,500');
    expect(text.money({amountMinor: 1500, currency: 'KWD'}).replace(/\s/u, ' ')).to.equal('KWD 1.500');
    expect(text.money({amountMinor: 4_000_000, currency: 'EUR'}, {compact: true})).to.equal('€40K');
    const range = text.moneyRange(
      {amountMinor: 4_000_000, currency: 'EUR'},
      {amountMinor: 8_000_000, currency: 'EUR'},
      {compact: true},
    );
    expect(range).to.equal('€40–80K');
  });

  it('puts between a name and what it names what the language of the words does', async () => {
    for (const lang of ['fr', 'ja', 'zh-Hant', 'ko']) registerStrings(table, lang, {bye: '…'});
    const colons = await Promise.all(['en', 'fr-CA', 'ja', 'zh-TW', 'ko', 'el'].map(async lang => (await greet(lang)).text.colon));
    expect(colons).to.deep.equal([': ', '\u00a0: ', '：', '：', ': ', ': ']);
  });

  it('writes dates in the time zone of the partner', async () => {
    const {text} = await greet('en-GB');
    text.timeZone = 'Europe/Helsinki';
    expect(text.date('2026-01-09T22:30:00Z', 'dayTime')).to.equal('Sat 10 Jan, 0:30');
    text.timeZone = 'America/New_York';
    expect(text.date('2026-01-09T22:30:00Z', 'time')).to.equal('17:30');
  });

  it('takes the time zone of whom the portal speaks for', async () => {
    const {text} = await greet('en-GB');
    Object.assign(text.host, {portal: {me: {person: {timeZone: 'Asia/Tokyo'}}}});
    expect(text.date('2026-01-09T22:30:00Z', 'dayTime')).to.equal('Sat 10 Jan, 7:30');
    Object.assign(text.host, {portal: {me: {person: null}}});
    expect(text.timeZone).to.equal(undefined);
  });

  it('says how long it is to an instant, never more than it is', async () => {
    const {text} = await greet('en');
    const now = '2026-01-09T12:00:00Z';
    expect(text.relativeTo('2026-01-09T15:59:00Z', now)).to.equal('in 3 hours');
    expect(text.relativeTo('2026-01-08T11:00:00Z', now)).to.equal('yesterday');
    expect(text.duration(3 * 3_600_000 + 59 * 60_000)).to.equal('3 hr');
    expect(text.duration(2 * 86_400_000)).to.equal('2 days');
  });
});

describe('the pseudo-locale', () => {
  it('brackets every word of the tables, and finds what stands outside them', async () => {
    class Forgetful extends Greeting {
      protected override render() {
        return html`<p>${this.text.term('hello')} ${this.text.number(3)} <b translate="no">Kaleva</b></p>
          <button aria-label="Close it">×</button>
          <span>${this.text.term('leads', 2)} of Acme</span>
          <i hidden>Nobody reads this</i>`;
      }
    }
    customElements.define('test-forgetful', Forgetful);
    const restore = usePseudoLocale();
    try {
      const element = await fixture<Forgetful>(html`<test-forgetful lang=${pseudoLocale}></test-forgetful>`);
      expect(element.renderRoot.querySelector('p')?.textContent).to.contain(toPseudo('Hello')).and.to.contain('⟨3⟩');
      expect(forgottenWords(element)).to.deep.equal([
        'test-forgetful > button[aria-label]: Close it',
        'test-forgetful > span: of Acme',
      ]);
      expect(forgottenWords(element, {data: ['of Acme', /^Close it$/]})).to.deep.equal([]);
    } finally {
      restore();
      refreshLanguage();
    }
  });
});
