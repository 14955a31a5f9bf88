import {expect} from '@open-wc/testing';
import {LeadInboxHarness} from './lead-inbox.harness.ts';

describe('portico-lead-inbox, drafts in a browser that denies storage', () => {
  const {open} = IDBFactory.prototype;
  const {setItem} = Storage.prototype;
  const deny = () => {
    const refused = () => {
      throw new DOMException('Denied.', 'SecurityError');
    };
    IDBFactory.prototype.open = refused;
    Storage.prototype.setItem = refused;
  };

  afterEach(() => {
    IDBFactory.prototype.open = open;
    Storage.prototype.setItem = setItem;
  });

  const composing = async () => {
    const inbox = await LeadInboxHarness.start();
    await inbox.chooseTab('working');
    await inbox.clickRow(0);
    await inbox.until(() => inbox.findAll('.composer').length === 1);
    return inbox;
  };
  const noteOf = (inbox: LeadInboxHarness) => inbox.field('[kind=textarea]').renderRoot.querySelector('#help')?.textContent?.trim();

  it('says so at the composer, and keeps what is typed while the page lives', async () => {
    deny();
    const inbox = await composing();
    await inbox.until(() => noteOf(inbox) === 'This browser keeps no drafts: log it before you leave the page.');
    await inbox.fill('[kind=textarea]', 'Called Aino');
    await inbox.clickRow(1);
    await inbox.until(() => inbox.field('[kind=textarea]').value === '');
    await inbox.clickRow(0);
    await inbox.until(() => inbox.field('[kind=textarea]').value === 'Called Aino');
  });

  it('says nothing where drafts are kept', async () => {
    const inbox = await composing();
    await (await inbox.portal.controller?.openDrafts())?.read('any');
    expect(inbox.portal.controller?.deniesDrafts).to.equal(false);
    await inbox.settled();
    expect(noteOf(inbox)).to.equal('');
  });
});
