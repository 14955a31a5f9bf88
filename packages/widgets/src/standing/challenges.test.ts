import {expect} from '@open-wc/testing';
import {personExamples} from '@portico/contract/examples';
import {defineElement} from '../base/define-element.ts';
import {StandingHarness, type StartOptions} from '../base/standing.harness.ts';
import {Challenges} from '../challenges/challenges.ts';
import {ProgramDesk} from '../program-desk/program-desk.ts';
import {forgottenWords} from '../strings/forgotten-words.harness.ts';
import {pseudoLocale, usePseudoLocale} from '../strings/pseudo.ts';
import type {UiField} from '../ui/field/field.ts';
import type {UiTabs} from '../ui/tabs/tabs.ts';

defineElement('portico-challenges', Challenges);
defineElement('portico-program-desk', ProgramDesk);

async function start({attributes = {}, ...options}: StartOptions = {}): Promise<StandingHarness<Challenges>> {
  const page = await StandingHarness.start<Challenges>('portico-challenges', {attributes, ...options});
  page.backend.act.challenges();
  await page.until(() => page.findAll('.challenge, .tile').length > 2);
  return page;
}

/** The desk with a tab open; what stands in it is an element of its own. */
async function startDesk(tab: ProgramDesk['tab']): Promise<{desk: StandingHarness<ProgramDesk>; part: ShadowRoot; text: (selector: string) => string[]; press: (selector: string) => Promise<void>}> {
  const desk = await StandingHarness.start<ProgramDesk>('portico-program-desk', {personId: personExamples.tomas.id});
  desk.backend.act.challenges();
  desk.element.tab = tab;
  const root = () => desk.findAll(`portico-program-desk-${tab}`)[0]?.shadowRoot;
  await desk.until(() => (root()?.querySelectorAll('.row').length ?? 0) > 1);
  const part = root() as ShadowRoot;
  return {
    desk,
    part,
    text: selector => [...part.querySelectorAll(selector)].map(each => (each.textContent ?? '').replace(/\s+/g, ' ').trim()),
    async press(selector) {
      await desk.until(() => part.querySelector(selector) !== null, selector);
      part.querySelector<HTMLElement>(selector)?.click();
      await desk.rest();
    },
  };
}

const rowOf = (page: StandingHarness<Challenges>, name: string) => page.findAll('.challenge').find(row => row.querySelector('.name')?.textContent === name) as HTMLElement;
const wordsOf = (element: Element | undefined | null) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

async function openProof(page: StandingHarness<Challenges>, name: string, act: string): Promise<ShadowRoot> {
  await page.until(() => rowOf(page, name)?.querySelector<HTMLButtonElement>(`[data-act=${act}]`)?.disabled === false, `${act} of ${name}`);
  rowOf(page, name).querySelector<HTMLElement>(`[data-act=${act}]`)?.click();
  const dialog = () => page.findAll('portico-challenges-proof')[0]?.shadowRoot;
  await page.until(() => dialog()?.querySelector('portico-ui-dialog[open] [data-act=send]:not([disabled])') !== null && dialog() !== null && dialog() !== undefined);
  return dialog() as ShadowRoot;
}

function type(root: ShadowRoot, name: string, value: string) {
  const field = root.querySelector<UiField>(`portico-ui-field[name=${name}]`) as UiField;
  field.value = value;
  field.dispatchEvent(new Event('input', {bubbles: true}));
}

describe('challenges', () => {
  it('begin with what waits for the partner, and say in words how far each is and how long it runs', async () => {
    const page = await start();
    expect(page.texts('.group')).to.deep.equal(['Running 4', 'Upcoming 1', 'Done 2']);
    expect(page.texts('.challenge .name')).to.deep.equal(['Customer story of the month', 'Demo on video', 'Thirty days with Aurora Edge', 'Winter sprint', 'Spring registrations', 'Quick answers', 'Autumn calls']);
    expect(page.texts('.time')[0]).to.match(/^\d+ days left, until Dec 1, 2026$|^\d+ days left, until Nov 30, 2026$/);
    expect(wordsOf(rowOf(page, 'Winter sprint').querySelector('.progress'))).to.equal('Revenue €50,000 of €60,000 €10,000 to go');
    expect(wordsOf(rowOf(page, 'Customer story of the month'))).to.contain('Sent back Why: Please name the customer');
    await page.until(() => page.findAll('.level').length > 0);
    expect(page.text('.level')).to.match(/^Level by points Pro [\d,]+ points to Star$/);
    await expect(page.element).to.be.accessible();
    page.backend.act.winDeal(1_200_000);
    await page.until(() => wordsOf(rowOf(page, 'Winter sprint').querySelector('.gap')) === 'Reached');
    expect(rowOf(page, 'Winter sprint').querySelector('.time') === null).to.equal(true);
  });

  it('are joined, and tell a page that can hold them back', async () => {
    const page = await start();
    const acts: string[] = [];
    page.element.addEventListener('portico-challenge-action', event => {
      acts.push(event.detail.action);
      if (acts.length === 1) event.preventDefault();
    });
    const join = () => rowOf(page, 'Thirty days with Aurora Edge').querySelector<HTMLElement>('[data-act=join]');
    join()?.focus();
    join()?.click();
    await page.rest();
    expect(join()?.hasAttribute('disabled')).to.equal(false);
    join()?.click();
    await page.until(() => wordsOf(rowOf(page, 'Thirty days with Aurora Edge').querySelector('.progress')) === 'Course passed 0 of 3 3 to go');
    expect(acts).to.deep.equal(['join', 'join']);
    // The button is gone; who pressed it goes on from its row.
    expect(page.focused === rowOf(page, 'Thirty days with Aurora Edge')).to.equal(true);
  });

  it('keep a proof that was typed, send it, and follow what the vendor says of it', async () => {
    const page = await start();
    const name = 'Customer story of the month';
    let proof = await openProof(page, name, 'resend');
    expect(proof.querySelector<UiField>('[name=link]')?.value).to.equal('https://lumen.example/stories/picking');
    type(proof, 'text', 'Nordwind picks twice as fast as before.');
    proof.querySelector<HTMLElement>('portico-ui-dialog')?.shadowRoot?.querySelector<HTMLElement>('header button')?.click();
    await page.until(() => proof.querySelector('portico-ui-dialog[open]') === null);
    proof = await openProof(page, name, 'resend');
    expect(proof.querySelector<UiField>('[name=text]')?.value).to.equal('Nordwind picks twice as fast as before.');
    await expect(page.element).to.be.accessible();
    proof.querySelector<HTMLElement>('[data-act=send]')?.click();
    await page.until(() => wordsOf(rowOf(page, name)).includes('Sent, the vendor is looking at it'));
    page.backend.act.reviewProof({reject: 'The link leads nowhere.'});
    await page.until(() => wordsOf(rowOf(page, name)).includes('Why: The link leads nowhere.'));
    proof = await openProof(page, name, 'resend');
    proof.querySelector<HTMLElement>('[data-act=send]')?.click();
    await page.until(() => rowOf(page, name).querySelector('[data-act=recall]') !== null);
    const before = Number(page.text('.has .figure').replace(/\D/g, ''));
    page.backend.act.reviewProof('approve');
    await page.until(() => wordsOf(rowOf(page, name)).includes('Won') && Number(page.text('.has .figure').replace(/\D/g, '')) === before + 200);
    page.element.tab = 'badges';
    await page.until(() => page.texts('.tile').some(tile => tile.startsWith('Storyteller') && tile.includes('for the challenge Customer story of the month Valid until')));
  });

  it('take files as proofs, and say before anything is sent what is missing or not taken', async () => {
    const page = await start();
    const proof = await openProof(page, 'Demo on video', 'submit');
    const picker = () => proof.querySelector('portico-ui-file-picker');
    proof.querySelector<HTMLElement>('[data-act=send]')?.click();
    await page.until(() => picker()?.error === 'Choose a file first.');
    expect(proof.querySelector('portico-ui-dialog[open]') !== null).to.equal(true);
    const choose = (...files: File[]) => picker()?.dispatchEvent(Object.assign(new Event('portico-ui-files'), {files}));
    choose(new File(['MZ'], 'setup.exe'), new File([new Uint8Array(3000)], 'demo.pdf'));
    await page.until(() => (picker()?.files.map(({status}) => status) ?? []).join() === 'Ready,Files of this type are not taken.');
    type(proof, 'text', 'At a brewery.');
    proof.querySelector<HTMLElement>('[data-act=send]')?.click();
    await page.until(() => wordsOf(rowOf(page, 'Demo on video')).includes('Sent, the vendor is looking at it'));
  });

  it('redeem points once the price is confirmed, and give them back when it is cancelled', async () => {
    const page = await start({attributes: {tab: 'rewards'}});
    const balance = () => Number(page.text('.has .figure').replace(/\D/g, ''));
    const before = balance();
    await page.click('.tile [data-act=redeem]');
    await page.until(() => page.findAll('portico-ui-dialog[open] .bill').length === 1);
    expect(page.text('.bill .sum dd')).to.equal(String(before - 100));
    await page.click('[data-act=do-redeem]');
    await page.until(() => page.findAll('[part=redemption]').length === 3 && balance() === before - 100);
    await expect(page.element).to.be.accessible();
    await page.click('[part=redemption] [data-act=cancel]');
    await page.until(() => page.texts('[part=redemption] .state')[0] === 'Cancelled. The points are back.' && balance() === before);
    page.backend.act.approveReward();
    await page.until(() => page.texts('[part=redemption] .state')[1] === 'Approved, on its way');
  });

  it('say what is the case when there is nothing, no right or a failure, and have every word in their table', async () => {
    const empty = await StandingHarness.start<Challenges>('portico-challenges', {standing: null});
    expect(empty.heading).to.equal('No challenges yet');
    empty.portal.remove();
    const forbidden = await StandingHarness.start<Challenges>('portico-challenges', {scenario: 'forbidden', standing: null});
    expect(forbidden.heading).to.equal('You have no access to this');
    forbidden.portal.remove();
    empty.backend.behaviour.refusal = 'input_invalid';
    const failing = await StandingHarness.start<Challenges>('portico-challenges', {backend: empty.backend});
    expect(failing.heading).to.equal('This could not be loaded');
    failing.portal.remove();
    const restore = usePseudoLocale();
    const narrow = await start({locale: pseudoLocale, width: 280});
    const {challenges} = narrow.element;
    for (const tab of ['challenges', 'badges', 'rewards'] as const) {
      narrow.element.tab = tab;
      await narrow.until(() => tab === 'challenges' || narrow.findAll('.tile').length > 1);
      const data = [...challenges.challenges, ...challenges.badges, ...challenges.rewards].flatMap(({name, description}) => [name, description ?? '']).flatMap(words => [words, ...words.split('\n')]);
      const others = ['Pro', 'Star', 'For Mika', 'Voucher AUR-2291, valid until June.', 'Please name the customer, or say why it must stay unnamed.'];
      expect(forgottenWords(narrow.element, {data: [...data.filter(Boolean), ...others]}), tab).to.deep.equal([]);
      expect(narrow.element.scrollWidth, tab).to.be.at.most(280);
    }
    restore();
  });
});

describe('the programme’s desk', () => {
  it('reviews proofs and says why one goes back, and publishes and withdraws challenges', async () => {
    const {desk, part, text, press} = await startDesk('challenges');
    expect(text('.row')[0]).to.match(/^Bergmann Systemhaus GmbH Customer story of the month Sent .* https:\/\/bergmann\.example\/brauerei Approve Send back…$/);
    await expect(desk.element).to.be.accessible();
    await press('[data-act=send-back]');
    await press('[data-act=do-send-back]');
    expect(part.querySelector('[data-act=send-back]') !== null).to.equal(true);
    (part.querySelector('portico-ui-dialog portico-ui-field') as UiField).value = 'Who is it?';
    await press('[data-act=do-send-back]');
    await desk.until(() => part.querySelector('[data-act=send-back]') === null);
    await desk.until(() => desk.find<UiTabs>('portico-ui-tabs').tabs.map(({count = ''}) => count).join('') === '1');
    await press('[data-act=publish]');
    await desk.until(() => text('.row').some(row => row.startsWith('Reference visits Upcoming')));
    await press('[data-act=new-challenge]');
    const editor = () => part.querySelector('portico-program-desk-challenge')?.shadowRoot as ShadowRoot;
    await desk.until(() => editor().querySelector('[name="goal/target"]') !== null);
    for (const [name, value] of [['name', 'Two weeks of courses'], ['goal/metric', 'events'], ['window/kind', 'relative']] as const) {
      const field = editor().querySelector(`[name="${name}"]`) as UiField;
      field.value = value;
      field.dispatchEvent(new Event('change', {bubbles: true}));
      await desk.rest();
    }
    const target = editor().querySelector('[name="goal/target"]') as UiField;
    target.value = '2';
    target.dispatchEvent(new Event('input', {bubbles: true}));
    await expect(desk.element).to.be.accessible();
    editor().querySelector<HTMLElement>('[data-act=save-challenge]')?.click();
    await desk.until(() => text('.row').some(row => row.startsWith('Two weeks of courses Draft Deal won: 230 days from joiningBrings 100 points')));
  });

  it('decides on rewards, and reckons what is owed', async () => {
    const {desk, part, text, press} = await startDesk('rewards');
    expect(text('.figure')[0]).to.match(/^[\d,]+$/);
    expect(text('.sum .facts > *').map(words => words.replace(/€[\d,.]+$/, '€…'))).to.deep.equal(['Worth €…', '13 partners can redeem', '100 points of these are set aside for requests', '100 points are worth €…']);
    await press('[data-act=approve]');
    await press('[data-act=fulfil]');
    (part.querySelector('portico-ui-dialog portico-ui-field') as UiField).value = 'Voucher AUR-2292';
    await press('[data-act=do-fulfil]');
    await desk.until(() => text('section:last-of-type .row').some(row => row.includes('Handed over') && row.includes('Voucher AUR-2292')));
    await expect(desk.element).to.be.accessible();
  });

  it('gives a badge by hand and takes it back', async () => {
    const {desk, part, text, press} = await startDesk('badges');
    await press('[data-act=revoke]');
    (part.querySelector('portico-ui-dialog portico-ui-field') as UiField).value = 'Given by mistake.';
    await press('[data-act=do-revoke]');
    await desk.until(() => !text('.row').some(row => row.startsWith('Bergmann Systemhaus GmbH Storyteller')));
    await press('[data-id] [data-act=award]');
    const dialog = () => part.querySelector('portico-program-desk-badge-award')?.shadowRoot as ShadowRoot;
    await desk.until(() => (dialog().querySelector<UiField>('[name=partnerOrgId]')?.options.length ?? 0) > 1);
    const field = dialog().querySelector('[name=partnerOrgId]') as UiField;
    field.value = field.options.find(({label}) => label === 'Bergmann Systemhaus GmbH')?.value ?? '';
    field.dispatchEvent(new Event('change', {bubbles: true}));
    dialog().querySelector<HTMLElement>('[data-act=do-award]')?.click();
    await desk.until(() => text('.row').some(row => row.startsWith('Bergmann Systemhaus GmbH Certified team')));
    await expect(desk.element).to.be.accessible();
  });
});
