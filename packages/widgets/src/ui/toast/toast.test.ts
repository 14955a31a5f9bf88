import {aTimeout, expect, fixture} from '@open-wc/testing';
import {html} from 'lit';
import {defineElement} from '../../base/define-element.ts';
import {withMotion} from '../../base/motion.harness.ts';
import {ToastHarness} from './toast.harness.ts';
import {UiToast} from './toast.ts';

defineElement('portico-ui-toast', UiToast);

async function shown(hideAfterMs = 6000) {
  const element = await fixture<UiToast>(
    html`<portico-ui-toast hide-after-ms=${hideAfterMs}></portico-ui-toast>`,
  );
  return new ToastHarness(element);
}

describe('portico-ui-toast', () => {
  withMotion();

  it('says a message aloud and goes by itself', async () => {
    const toast = await shown(40);
    toast.element.show({text: 'Lead accepted.', tone: 'success'});
    await toast.settled();
    expect(toast.messages).to.deep.equal(['Lead accepted.']);
    expect(toast.spoken).to.equal('Lead accepted.');
    await expect(toast.element).to.be.accessible();
    await aTimeout(80);
    await toast.settled();
    expect(toast.messages).to.deep.equal([]);
  });

  it('stays while it failed, offers something, or has the pointer on it', async () => {
    const toast = await shown(30);
    toast.element.show({text: 'Not declined.', tone: 'danger'});
    toast.element.show({text: 'Lead returned.', action: {label: 'Undo', run() {}}});
    toast.element.show({text: 'Saved.'});
    await toast.settled();
    toast.find('[popover]').dispatchEvent(new PointerEvent('pointerenter'));
    await aTimeout(60);
    await toast.settled();
    expect(toast.messages).to.deep.equal(['Not declined.', 'Lead returned.', 'Saved.']);
    toast.find('[popover]').dispatchEvent(new PointerEvent('pointerleave'));
    await aTimeout(60);
    await toast.settled();
    expect(toast.messages).to.deep.equal(['Not declined.', 'Lead returned.']);
  });

  it('runs its action once and goes', async () => {
    let runs = 0;
    const toast = await shown();
    toast.element.show({text: 'Lead returned.', action: {label: 'Undo', run: () => runs++}});
    await toast.settled();
    await toast.act();
    expect(runs).to.equal(1);
    expect(toast.messages).to.deep.equal([]);
  });

  it('puts a newer message in the place of an older one about the same', async () => {
    const toast = await shown();
    toast.element.show({text: 'Saved here.', topic: 'waiting'});
    toast.element.show({text: 'Call logged.'});
    toast.element.show({text: 'Lead accepted.', topic: 'waiting'});
    await toast.settled();
    expect(toast.messages).to.deep.equal(['Call logged.', 'Lead accepted.']);
    expect(toast.spoken).to.equal('Lead accepted.');
  });

  it('shows three at most, the newest ones', async () => {
    const toast = await shown();
    for (const text of ['1', '2', '3', '4']) toast.element.show({text});
    await toast.settled();
    expect(toast.messages).to.deep.equal(['2', '3', '4']);
    await toast.dismiss();
    expect(toast.messages).to.deep.equal(['2', '3']);
  });
});
