import {expect, fixture, nextFrame} from '@open-wc/testing';
import {html, LitElement} from 'lit';
import {defineElement} from '../base/define-element.ts';
import {ToastHarness} from '../ui/toast/toast.harness.ts';
import type {UiToast} from '../ui/toast/toast.ts';
import {Notices} from './notices.ts';

/** Notices whose code comes only while there is a network. */
class FetchedNotices extends Notices {
  online = true;
  override load() {
    return this.online ? super.load() : Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
  }
}

class NoticesHost extends LitElement {
  readonly notices = new FetchedNotices(this);
  protected override render() {
    return this.notices.render();
  }
}
defineElement('test-notices-host', NoticesHost);

const start = () => fixture<NoticesHost>(html`<test-notices-host></test-notices-host>`);
const toastOf = (host: NoticesHost) => new ToastHarness(host.renderRoot.querySelector('portico-ui-toast') as UiToast);
const plainOf = (host: NoticesHost) => host.renderRoot.querySelector('[role=alert]')?.textContent?.trim();

describe('the notices of a portal', () => {
  it('bring what draws them with the first message', async () => {
    const host = await start();
    await host.notices.show({text: 'Saved'});
    await nextFrame();
    expect(toastOf(host).text('.toast .text')).to.equal('Saved');
    expect(plainOf(host)).to.equal('');
  });

  it('say the words in a plain line when that cannot come, and draw the next ones when it can', async () => {
    const host = await start();
    host.notices.online = false;
    await host.notices.show({text: 'There is no connection.', tone: 'danger'});
    await host.updateComplete;
    expect(plainOf(host)).to.equal('There is no connection.');
    host.notices.online = true;
    await host.notices.show({text: 'Saved'});
    await host.updateComplete;
    expect(plainOf(host)).to.equal('');
    expect(toastOf(host).text('.toast .text')).to.equal('Saved');
  });

  it('take the plain line away when it is pressed', async () => {
    const host = await start();
    host.notices.online = false;
    await host.notices.show({text: 'There is no connection.'});
    await host.updateComplete;
    host.renderRoot.querySelector<HTMLElement>('[role=alert] p')?.click();
    await host.updateComplete;
    expect(plainOf(host)).to.equal('');
  });
});
