import {expect, fixture} from '@open-wc/testing';
import {css, html, LitElement} from 'lit';
import {defineElement} from './define-element.ts';
import {LaterPart, type Part} from './later-part.ts';

interface Views {
  readonly name: string;
}

/** A widget with a part whose chunk comes when the test says so. */
class WithPart extends LitElement {
  static override styles = [css`p { color: rgb(1, 2, 3); }`];
  stands = false;
  /** Words that are still on their way. */
  words = Promise.resolve();
  asked = 0;
  answer: () => Promise<Part<Views>> = () => Promise.reject(new TypeError('no network'));
  readonly more: LaterPart<Views> = new LaterPart<Views>(this, {
    load: () => {
      this.asked += 1;
      return this.answer();
    },
    text: Object.defineProperty({hostUpdate: () => {}, ready: Promise.resolve()}, 'ready', {get: () => this.words}),
    stands: () => this.stands,
  });

  override render() {
    return html`<p>${this.more.views?.name ?? (this.more.isMissing ? 'missing' : 'waiting')}</p>`;
  }

  async shows(): Promise<string> {
    await this.updateComplete;
    return this.renderRoot.textContent?.trim() ?? '';
  }
}
defineElement('later-part-test', WithPart);

const partNamed = (name: string, inset = '7px'): Part<Views> => ({views: {name}, styles: [css([`p { padding-left: ${inset}; }`] as unknown as TemplateStringsArray)]});
const start = () => fixture<WithPart>(html`<later-part-test></later-part-test>`);
const lookOf = (host: WithPart) => getComputedStyle(host.renderRoot.querySelector('p')!);

describe('a later part', () => {
  it('comes with its styles beside those of the widget, once', async () => {
    const host = await start();
    host.answer = () => Promise.resolve(partNamed('here'));
    const [first, second] = await Promise.all([host.more.load(), host.more.load()]);
    expect([first?.name, second?.name, host.asked]).to.deep.equal(['here', 'here', 1]);
    expect(await host.shows()).to.equal('here');
    expect([lookOf(host).color, lookOf(host).paddingLeft]).to.deep.equal(['rgb(1, 2, 3)', '7px']);
    expect((host.renderRoot as ShadowRoot).adoptedStyleSheets.length).to.equal(2);
  });

  it('is missing when it cannot come, and is asked for again by who needs it next', async () => {
    const host = await start();
    expect(await host.more.load()).to.equal(undefined);
    expect([host.more.isMissing, await host.shows()]).to.deep.equal([true, 'missing']);
    host.answer = () => Promise.resolve(partNamed('at last'));
    expect((await host.more.load())?.name).to.equal('at last');
    expect([host.more.isMissing, host.asked, await host.shows()]).to.deep.equal([false, 2, 'at last']);
  });

  it('is not there before its words are', async () => {
    const host = await start();
    const words = Promise.withResolvers<void>();
    host.words = words.promise;
    host.answer = () => Promise.resolve(partNamed('with words'));
    const loading = host.more.load();
    await new Promise(resolve => setTimeout(resolve));
    expect([host.more.views, await host.shows()]).to.deep.equal([undefined, 'waiting']);
    words.resolve();
    await loading;
    expect(await host.shows()).to.equal('with words');
  });

  it('is asked for by itself once the first view stands, and not by a widget that has left the page', async () => {
    const host = await start();
    host.answer = () => Promise.resolve(partNamed('by itself'));
    host.requestUpdate();
    await host.updateComplete;
    await new Promise(resolve => setTimeout(resolve, 50));
    expect(host.asked).to.equal(0);
    host.stands = true;
    host.requestUpdate();
    for (let tries = 0; tries < 100 && (await host.shows()) !== 'by itself'; tries++) await new Promise(resolve => setTimeout(resolve, 20));
    expect([host.asked, await host.shows()]).to.deep.equal([1, 'by itself']);

    const gone = await start();
    gone.answer = () => Promise.resolve(partNamed('too late'));
    gone.stands = true;
    gone.requestUpdate();
    await gone.updateComplete;
    gone.remove();
    await new Promise(resolve => setTimeout(resolve, 100));
    expect(gone.asked).to.equal(0);
  });

  it('leaves another part of the widget its styles', async () => {
    const host = await start();
    const other = new LaterPart<Views>(host, {load: () => Promise.resolve({...partNamed('other'), styles: [css`p { margin-left: 9px; }`]}), text: {hostUpdate: () => {}, ready: Promise.resolve()}, stands: () => false});
    host.answer = () => Promise.resolve(partNamed('one'));
    await host.more.load();
    await other.load();
    expect([lookOf(host).paddingLeft, lookOf(host).marginLeft, lookOf(host).color]).to.deep.equal(['7px', '9px', 'rgb(1, 2, 3)']);
  });
});
