import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {collateralLanguage, collateralLocales, collateralWords} from '../strings/collateral.strings.ts';
import {CollateralHarness} from './collateral.harness.ts';
import {textOn} from './element.ts';

const start = CollateralHarness.start;
const visitor = {name: 'Mikko Laine', email: 'mikko@tehdas.example', message: 'Does it see through steam?'};

describe('<portico-collateral>', () => {
  afterEach(() => CollateralHarness.restore());

  it('shows material under the partner’s name, with what stands inside it put away, and keeps no cookie', async () => {
    const embed = await start({shown: {partner: {name: 'Lumen', logoUrl: 'javascript:alert(1)', accent: '#0b6e4f'}}});
    expect(embed.items).to.have.length(2);
    expect(embed.find('[part=header]').textContent).to.equal('From Lumen');
    expect(embed.root.querySelector('[part=logo]')).to.equal(null);
    expect(embed.find('slot').hidden).to.equal(true);
    expect(getComputedStyle(embed.find('[part=open]')).backgroundColor).to.equal('rgb(11, 110, 79)');
    expect(embed.find<HTMLAnchorElement>('[part=open]').href).to.match(/^https:\/\/.*\/e\//);
    expect(document.cookie).to.equal('');
    await expect(embed.element).to.be.accessible();
  });

  it('lets go of what is recalled and keeps the focus and the nodes of what stays', async () => {
    const embed = await start();
    const [recalled, kept] = embed.items;
    const button = kept?.querySelector<HTMLElement>('[part=ask]');
    button?.focus();
    const asset = embed.backend.store.data.collateral.assets.get(embed.assetIds[0] ?? '');
    if (asset) embed.backend.store.update(embed.backend.store.data.collateral.assets, asset, {status: 'recalled', recall: {reason: 'Wrong', at: embed.backend.store.now()}});
    await embed.element.refresh();
    expect(embed.items).to.deep.equal([kept]);
    expect(recalled?.isConnected).to.equal(false);
    expect(embed.root.activeElement).to.equal(button);
    const embeds = embed.backend.store.data.collateral.embeds;
    embeds.set({...embeds.values()[0]!, isRevoked: true});
    await embed.element.refresh();
    expect(embed.items).to.deep.equal([]);
  });

  it('sends an enquiry once, says so, and tells the page without the visitor’s words', async () => {
    const embed = await start();
    await embed.ask();
    await expect(embed.element).to.be.accessible();
    expect(embed.find('h3#title').textContent).to.match(/^Ask about /);
    const details: unknown[] = [];
    embed.element.addEventListener('portico-collateral-enquiry', event => details.push((event as CustomEvent).detail));
    embed.fill(visitor);
    embed.find('[part=send]').click();
    embed.find('[part=send]').click();
    await embed.until(() => embed.status.startsWith('Thank you'));
    expect(details).to.deep.equal([{assetId: embed.assetIds[0]}]);
    expect(embed.requests.filter(line => line === 'POST enquiries')).to.have.length(1);
    const lead = embed.backend.store.data.leads.values().find(({contact}) => contact.email === visitor.email);
    expect(lead?.need).to.equal(visitor.message);
    expect(embed.find<HTMLInputElement>('[name=message]').value).to.equal('');
  });

  it('never loses what was typed: not when sending fails, the dialog closes or the material changes', async () => {
    const embed = await start();
    await embed.ask();
    embed.fill(visitor);
    embed.offline = true;
    embed.find('[part=send]').click();
    await embed.until(() => embed.status.startsWith('Not sent'));
    await sendKeys({press: 'Escape'});
    await embed.until(() => embed.dialog?.open === false);
    embed.offline = false;
    await embed.element.refresh();
    await embed.ask();
    expect(embed.find<HTMLInputElement>('[name=message]').value).to.equal(visitor.message);
    embed.fill({...visitor, email: 'mikko@tehdas'});
    embed.find('[part=send]').click();
    await embed.until(() => embed.find('[name=email]').ariaInvalid === 'true');
    expect(embed.root.activeElement).to.equal(embed.find('[name=email]'));
    await expect(embed.element).to.be.accessible();
    expect(embed.find<HTMLInputElement>('[name=message]').value).to.equal(visitor.message);
  });

  it('knows its languages by any of their tags, and Chinese by its letters', () => {
    const tags = ['zh', 'zh-CN', 'zh_SG', 'zh-Hans-HK', 'zh-TW', 'zh_HK', 'zh-MO', 'zh-Hant', 'zh-Hant-TW', 'pt-PT', 'fr-CA', 'es-419', 'EN-tw', ''];
    expect(tags.map(collateralLanguage)).to.deep.equal(['zh', 'zh', 'zh', 'zh', 'zh-Hant', 'zh-Hant', 'zh-Hant', 'zh-Hant', 'zh-Hant', 'pt', 'fr', 'es', 'en', '']);
  });

  it('speaks all languages of the product, from right to left too, and fits into 320 pixels, dark or light', async () => {
    for (const [locale, words] of [['fi', 'Kysy tästä'], ['de-AT', 'Dazu fragen'], ['vi', 'Hỏi về tài liệu này'], ['zh-CN', '咨询此资料'], ['zh-HK', '詢問此素材'], ['ja-JP', 'この資料について質問'], ['ar', 'اسأل عن هذا'], ['sv', 'Ask about this'], ['fil-PH', 'Ask about this']] as const) {
      const embed = await start({locale, width: 320, dark: locale === 'ar'});
      expect(embed.find('[part=ask]').textContent).to.equal(words);
      expect(getComputedStyle(embed.find('[part=base]')).direction).to.equal(locale === 'ar' ? 'rtl' : 'ltr');
      expect(embed.find('[part=base]').scrollWidth).to.be.at.most(320);
      if (locale === 'ar') await expect(embed.element).to.be.accessible();
    }
    for (const load of Object.values(collateralLocales)) expect(Object.keys((await load()).strings)).to.deep.equal(Object.keys(collateralWords));
  });

  it('shows what stands inside it when it cannot be loaded, and asks for nothing once it has gone', async () => {
    const embed = await start({offline: true});
    await embed.until(() => embed.requests.length > 0);
    expect(embed.find('slot').hidden).to.equal(false);
    embed.offline = false;
    await embed.element.refresh();
    expect(embed.items).to.have.length(2);
    const before = embed.requests.length;
    embed.element.remove();
    dispatchEvent(new Event('online'));
    document.dispatchEvent(new Event('visibilitychange'));
    await new Promise(resolve => setTimeout(resolve, 50));
    expect(embed.requests).to.have.length(before);
  });

  it('asks again while somebody looks, in time for a recall to be seen within a minute, and not while nobody does', async () => {
    const waits: number[] = [];
    const {setTimeout: original} = window;
    window.setTimeout = ((work: () => void, ms = 0) => {
      if (ms > 10_000) waits.push(ms);
      return original(work, ms);
    }) as typeof window.setTimeout;
    try {
      const embed = await start();
      await embed.until(() => waits.length === 1);
      // Half a minute is what may be kept on the way.
      expect(waits[0]).to.be.at.most(30_000);
      Object.defineProperty(document, 'hidden', {value: true, configurable: true});
      await embed.element.refresh();
      document.dispatchEvent(new Event('visibilitychange'));
      expect(waits).to.have.length(1);
      Object.defineProperty(document, 'hidden', {value: false, configurable: true});
      document.dispatchEvent(new Event('visibilitychange'));
      expect(waits).to.have.length(2);
    } finally {
      window.setTimeout = original;
      Reflect.deleteProperty(document, 'hidden');
    }
  });

  it('writes on a partner’s colour in what can be read', () => {
    expect([textOn('#ffff00'), textOn('#0b6e4f'), textOn('#000000')]).to.deep.equal(['#000', '#fff', '#fff']);
  });
});
