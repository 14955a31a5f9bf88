import {expect} from '@open-wc/testing';
import type {UiFilePicker} from '../ui/file-picker/file-picker.ts';
import {DealRegistrationHarness, type StartOptions} from './deal-registration.harness.ts';

const partBytes = 262_144;

/** A PDF as far as its first bytes tell. */
function pdf(name: string, bytes: number): File {
  const content = new Uint8Array(bytes);
  content.set([0x25, 0x50, 0x44, 0x46]);
  return new File([content], name, {type: 'application/pdf'});
}

// By far more modules than a browser takes note of by itself.
performance.setResourceTimingBufferSize(5000);
/** Whether what sends files has been fetched. */
const isLoaded = () => performance.getEntriesByType('resource').some(({name}) => /\/evidence-upload[.-]/.test(name));

class Evidence {
  readonly form: DealRegistrationHarness;

  constructor(form: DealRegistrationHarness) {
    this.form = form;
  }

  static async start(options: StartOptions = {}): Promise<Evidence> {
    const form = await DealRegistrationHarness.start(options);
    await form.goTo('evidence');
    return new Evidence(form);
  }

  get picker(): UiFilePicker {
    return this.form.find<UiFilePicker>('portico-ui-file-picker');
  }

  /** Chooses files in the dialog. */
  choose(...files: File[]): void {
    const input = this.picker.renderRoot.querySelector<HTMLInputElement>('input[type=file]');
    const transfer = new DataTransfer();
    for (const file of files) transfer.items.add(file);
    if (input) input.files = transfer.files;
    input?.dispatchEvent(new Event('change', {bubbles: true}));
  }

  get rows(): string[] {
    return [...this.picker.renderRoot.querySelectorAll('li')].map(row => (row.textContent ?? '').replace(/\s+/g, ' ').trim());
  }

  get percent(): number | undefined {
    return this.picker.renderRoot.querySelector('progress')?.value;
  }

  press(name: string): void {
    this.picker.renderRoot.querySelector<HTMLElement>(`[aria-label="${name}"]`)?.click();
  }

  get files() {
    return (this.form.element.deal.registration?.evidence ?? []).map(({fileName, status, sizeBytes}) => [fileName, status, sizeBytes]);
  }
}

describe('portico-deal-registration, evidence', function () {
  this.timeout(60_000);
  afterEach(() => DealRegistrationHarness.forgetAll());

  it('goes in parts, with progress and its hash, into a draft that is made for it', async () => {
    const seen = new Set<number>();
    let evidence: Evidence | undefined;
    evidence = await Evidence.start({
      async intercept(request, answer) {
        const answered = await answer();
        if (evidence && /\/parts\/|complete$/.test(request.url)) {
          await evidence.form.settled();
          seen.add(evidence.percent ?? -1);
        }
        return answered;
      },
    });
    expect(isLoaded()).to.equal(false);
    evidence.choose(pdf('Tender 7.pdf', partBytes * 3 + 1000));
    await evidence.form.until(() => evidence?.files[0]?.[1] === 'ready');
    expect(isLoaded(), 'what sends files comes with the first').to.equal(true);
    expect(evidence.files).to.deep.equal([['Tender 7.pdf', 'ready', partBytes * 3 + 1000]]);
    expect([...seen], 'parts move the bar').to.include.members([0, 100]);
    expect(evidence.rows).to.deep.equal(['Tender 7.pdf Ready · 787 kB']);
    expect(evidence.form.count('POST /v1/deal-registrations')).to.equal(1);
    const [complete] = evidence.form.sent.filter(({line}) => line.endsWith('/complete'));
    expect((complete?.body as {sha256?: string} | undefined)?.sha256).to.equal(evidence.form.element.deal.registration?.evidence[0]?.sha256).and.match(/^[0-9a-f]{64}$/);
  });

  it('says before and at the choice what is not taken', async () => {
    const evidence = await Evidence.start();
    expect(evidence.picker.help).to.contain('Up to 20 MB each, at most 20 files');
    evidence.choose(new File(['x'], 'notes.exe'), pdf('huge.pdf', 20_000_001), new File([], 'empty.csv'));
    await evidence.form.until(() => evidence.rows.length === 3);
    expect(evidence.rows).to.deep.equal(['notes.exe This type of file is not taken · 1 kB', 'huge.pdf Too large · 20 MB', 'empty.csv The file is empty · 1 kB']);
    expect(evidence.form.count(/evidence-files/)).to.equal(0);
    evidence.press('Remove huge.pdf');
    await evidence.form.until(() => evidence.rows.length === 2);
  });

  it('is cancelled on the way, and nothing is left of it', async () => {
    let arrived = 0;
    const evidence = await Evidence.start({
      intercept: (request, answer) => (request.url.includes('/parts/') && ++arrived > 2 ? new Promise((_, reject) => request.signal.addEventListener('abort', () => reject(request.signal.reason))) : answer()),
    });
    evidence.choose(pdf('Order.pdf', partBytes * 5));
    await evidence.form.until(() => arrived >= 3);
    evidence.press('Cancel Order.pdf');
    await evidence.form.until(() => evidence.form.count(/^DELETE/) === 1);
    expect(evidence.rows).to.deep.equal([]);
    await evidence.form.until(() => evidence.form.backend.store.data.evidence.values().every(({fileName}) => fileName !== 'Order.pdf'));
  });

  it('goes on where it was broken off', async () => {
    let isDown = false;
    const evidence = await Evidence.start({
      intercept: (request, answer) => {
        if (request.url.endsWith('/parts/3')) isDown = true;
        return isDown ? Promise.resolve(new Response('{}', {status: 503, headers: {'retry-after': '100'}})) : answer();
      },
    });
    evidence.choose(pdf('Order.pdf', partBytes * 5));
    await evidence.form.until(() => evidence.rows[0]?.includes('No connection') === true);
    const before = evidence.form.sent.length;
    evidence.form.intercept = undefined;
    evidence.press('Try Order.pdf again');
    await evidence.form.until(() => evidence.files[0]?.[1] === 'ready');
    const again = evidence.form.sent.slice(before).map(({line}) => line.replace(/[0-9a-f-]{36}/, 'id'));
    expect(again).to.include('POST /v1/evidence-files/id/parts/3').and.not.include('POST /v1/evidence-files/id/parts/0');
    expect(evidence.form.count(/^POST .*evidence-files$/), 'announced once').to.equal(1);
    evidence.press('Remove Order.pdf');
    await evidence.form.until(() => evidence.files.length === 0);
  });

  it('goes on by itself after a moment without a connection, and when the form was away', async () => {
    let isDown = true;
    const evidence = await Evidence.start({intercept: (request, answer) => (isDown && request.url.includes('/parts/') ? Promise.reject(new TypeError('Failed to fetch')) : answer())});
    evidence.choose(pdf('Order.pdf', 1000));
    await evidence.form.until(() => evidence.rows[0]?.includes('No connection') === true);
    isDown = false;
    dispatchEvent(new Event('online'));
    await evidence.form.until(() => evidence.files[0]?.[1] === 'ready');
    let hold = true;
    evidence.form.intercept = (request, answer) =>
      hold && request.url.includes('/parts/') ? new Promise((_, reject) => request.signal.addEventListener('abort', () => reject(request.signal.reason))) : answer();
    evidence.choose(pdf('Tender.pdf', 1000));
    await evidence.form.until(() => evidence.form.count(/parts/) >= 2 && evidence.rows.length === 2);
    const {element} = evidence.form;
    const place = element.parentElement;
    element.remove();
    await evidence.form.rest();
    hold = false;
    place?.append(element);
    await evidence.form.until(() => evidence.files.filter(([, status]) => status === 'ready').length === 2);
    expect(evidence.form.count(/^POST .*evidence-files$/)).to.equal(2);
  });

  it('keeps the submission until a file is there', async () => {
    let release = () => {};
    const held = new Promise<void>(resolve => (release = resolve));
    const form = await DealRegistrationHarness.start();
    await form.complete();
    await form.tick('terms');
    form.intercept = async (request, answer) => {
      if (request.url.includes('/parts/')) await held;
      return answer();
    };
    await form.goTo('evidence');
    const evidence = new Evidence(form);
    evidence.choose(pdf('Slow.pdf', 1000));
    await form.until(() => evidence.rows.length === 1);
    await form.goTo('review');
    await form.click('.submit');
    await form.until(() => form.summary.length > 0);
    expect(form.summary).to.deep.equal(['Evidence: A file is still on its way. Wait for it, or remove it.']);
    release();
    await form.until(() => form.element.deal.evidence?.isBusy === false);
    await form.click('.submit');
    await form.until(() => form.element.deal.status === 'done');
  });
});
