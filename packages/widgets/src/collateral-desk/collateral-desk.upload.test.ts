import {expect} from '@open-wc/testing';
import {CollateralDeskHarness} from './collateral-desk.harness.ts';

async function atVersion(): Promise<CollateralDeskHarness> {
  const desk = await CollateralDeskHarness.start();
  await desk.open('Aurora Edge deck');
  await desk.press('New version…');
  await desk.until(() => desk.dialog?.localName === 'portico-collateral-desk-version');
  return desk;
}

const isPatch = (request: Request) => request.method === 'PATCH';

describe('an upload on the collateral desk', () => {
  it('goes on by itself where a lost connection broke off', async () => {
    const desk = await atVersion();
    let lost = 0;
    desk.instead = request => {
      if (!isPatch(request) || lost >= 1) return undefined;
      lost++;
      throw new TypeError('Failed to fetch');
    };
    await desk.choose(new File([new Uint8Array(4000)], 'deck.pdf'));
    await desk.until(() => desk.textOf(desk.dialog).includes('Ready'));
    expect(lost).to.equal(1);
    await desk.press('Add version');
    await desk.until(() => desk.dialog === undefined && desk.textOf(desk.detail).includes('deck.pdf'));
    expect(desk.requests.filter(each => each.startsWith('DELETE'))).to.deep.equal([]);
  });

  it('asks for a fresh address when the old one has run out', async () => {
    const desk = await atVersion();
    let refused = 0;
    desk.instead = request => (isPatch(request) && refused++ === 0 ? new Response('gone', {status: 403, headers: {'tus-resumable': '1.0.0'}}) : undefined);
    await desk.choose(new File([new Uint8Array(4000)], 'deck.pdf'));
    await desk.until(() => desk.textOf(desk.dialog).includes('Ready'));
    expect(desk.requests.filter(each => each.startsWith('GET /v1/stored-files/')).length).to.be.greaterThan(0);
  });

  it('is given up with what has arrived', async () => {
    const desk = await atVersion();
    const held = Promise.withResolvers<void>();
    desk.instead = request => {
      if (isPatch(request)) held.resolve();
      return isPatch(request) ? new Response(null, {status: 503, headers: {'tus-resumable': '1.0.0'}}) : undefined;
    };
    await desk.choose(new File([new Uint8Array(4000)], 'deck.pdf'));
    await held.promise;
    await desk.until(() => desk.textOf(desk.dialog).includes('No connection. It goes on by itself'));
    const picker = desk.dialog?.shadowRoot?.querySelector('portico-ui-file-picker');
    picker?.shadowRoot?.querySelector<HTMLElement>('li button')?.click();
    await desk.until(() => picker?.shadowRoot?.querySelector('li') === null);
    await desk.until(() => desk.requests.some(each => each.startsWith('DELETE /files/')));
    await desk.press('Add version');
    expect(desk.textOf(desk.dialog)).to.contain('Choose a file first.');
  });

  it('says before anything is sent that a file of this kind is not taken', async () => {
    const desk = await atVersion();
    await desk.choose(new File(['MZ'], 'setup.exe'));
    expect(desk.textOf(desk.dialog)).to.contain('Files of this type are not taken.');
    expect(desk.requests.some(each => each === 'POST /v1/stored-files')).to.equal(false);
  });
});
