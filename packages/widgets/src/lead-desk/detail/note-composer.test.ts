import {expect} from '@open-wc/testing';
import {deepAll} from '../../base/deep.harness.ts';
import {LeadDeskHarness} from '../lead-desk.harness.ts';

const start = LeadDeskHarness.start;
const composer = (desk: LeadDeskHarness) => deepAll(desk.detail, 'portico-lead-desk-note')[0] as HTMLElement;
const send = (desk: LeadDeskHarness) => deepAll<HTMLButtonElement>(composer(desk), '.send')[0];
const segment = (desk: LeadDeskHarness, at: number) => deepAll<HTMLInputElement>(composer(desk), 'input[type=radio]')[at];

async function type(desk: LeadDeskHarness, words: string) {
  const [area] = deepAll<HTMLTextAreaElement>(composer(desk), 'textarea');
  if (area) area.value = words;
  area?.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
  await desk.rest();
}

async function openWorking(): Promise<{desk: LeadDeskHarness; id: string}> {
  const desk = await start({group: 'working'});
  const [id = ''] = desk.ids;
  await desk.open(id);
  return {desk, id};
}

const notesOf = (desk: LeadDeskHarness, id: string) => desk.backend.store.story(id).filter(({kind}) => kind === 'note');

describe('writing on a lead', () => {
  it('is internal until somebody says otherwise', async () => {
    const {desk, id} = await openWorking();
    await type(desk, 'Their budget is larger than they say.');
    expect(send(desk)?.textContent).to.contain('Save internal note');
    send(desk)?.click();
    await desk.until(() => desk.textOf(desk.detail).includes('Their budget is larger'));
    expect(notesOf(desk, id).find(({body}) => body.startsWith('Their budget'))?.visibility).to.equal('vendor_internal');
    await desk.until(() => deepAll(desk.detail, '.entry[data-visibility=vendor_internal]').length > 0);
    expect(desk.textOf(deepAll(desk.detail, '.entry[data-visibility=vendor_internal]')[0])).to.contain('Internal');
  });

  it('asks again before words that were begun as internal are shared', async () => {
    const {desk, id} = await openWorking();
    await type(desk, 'Never tell them.');
    segment(desk, 1)?.click();
    await desk.rest();
    expect(desk.textOf(composer(desk))).to.contain('You began this as an internal note.');
    expect(send(desk)?.disabled).to.equal(true);
    await desk.press('Keep it internal', composer(desk));
    expect(segment(desk, 0)?.checked).to.equal(true);
    send(desk)?.click();
    await desk.until(() => notesOf(desk, id).some(({body}) => body === 'Never tell them.'));
    expect(notesOf(desk, id).find(({body}) => body === 'Never tell them.')?.visibility).to.equal('vendor_internal');
  });

  it('names the reader on the button, and goes back to internal afterwards', async () => {
    const {desk, id} = await openWorking();
    segment(desk, 1)?.click();
    await desk.rest();
    await type(desk, 'Please call before noon.');
    expect(send(desk)?.textContent).to.match(/Share with .+/);
    send(desk)?.click();
    await desk.until(() => notesOf(desk, id).some(({body, visibility}) => body === 'Please call before noon.' && visibility === 'shared'));
    await desk.until(() => segment(desk, 0)?.checked === true);
  });

  it('offers no reader where no partner has the lead', async () => {
    const desk = await start({group: 'unplaced'});
    await desk.open(desk.ids[0] ?? '');
    expect(segment(desk, 0)).to.equal(undefined);
  });

  it('keeps the words when they could not be sent', async () => {
    const {desk} = await openWorking();
    await type(desk, 'Kept.');
    desk.backend.behaviour.refusal = 'forbidden';
    send(desk)?.click();
    await desk.until(() => desk.textOf(composer(desk)).includes('Your role does not allow this.'));
    expect(deepAll<HTMLTextAreaElement>(composer(desk), 'textarea')[0]?.value).to.equal('Kept.');
  });
});
