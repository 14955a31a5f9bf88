import {expect, fixture} from '@open-wc/testing';
import {html} from 'lit';
import {defineElement} from '../../base/define-element.ts';
import {FieldHarness} from './field.harness.ts';
import {UiField} from './field.ts';

defineElement('portico-ui-field', UiField);

const reasons = [
  {value: 'no_capacity', label: 'No capacity'},
  {value: 'other', label: 'Another reason'},
];

describe('portico-ui-field', () => {
  it('says what is wrong after the field was left, and stops when it is mended', async () => {
    const element = await fixture<UiField>(html`<portico-ui-field label="E-mail" kind="email"></portico-ui-field>`);
    const field = new FieldHarness(element);
    await field.type('kaleva');
    expect(field.error).to.equal('');
    await field.leave();
    expect(field.error).to.equal('Write an e-mail address like name@example.com.');
    expect(field.control.ariaInvalid).to.equal('true');
    await expect(element).to.be.accessible();
    await field.type('kaleva@example.com');
    expect(field.error).to.equal('');
    expect(field.control.getAttribute('aria-invalid')).to.equal('false');
  });

  it('asks for a missing value only when it is sent', async () => {
    const element = await fixture<UiField>(html`<portico-ui-field label="Name" required></portico-ui-field>`);
    const field = new FieldHarness(element);
    expect(field.error).to.equal('');
    expect(await element.validate()).to.equal(false);
    await field.settled();
    expect(field.error).to.equal('Fill in this field.');
  });

  it('takes part in the form around it', async () => {
    const form = await fixture<HTMLFormElement>(
      html`<form>
        <portico-ui-field label="Note" name="note" value="first"></portico-ui-field>
        <portico-ui-field label="Reason" name="reason" kind="select" required .options=${reasons}></portico-ui-field>
      </form>`,
    );
    const [note, reason] = [...form.querySelectorAll<UiField>('portico-ui-field')] as [UiField, UiField];
    expect(form.checkValidity()).to.equal(false);
    await new FieldHarness(reason).choose('other');
    expect(form.checkValidity()).to.equal(true);
    await new FieldHarness(note).type(' and second');
    expect(Object.fromEntries(new FormData(form))).to.deep.equal({note: 'first and second', reason: 'other'});
    form.reset();
    await note.updateComplete;
    expect(note.value).to.equal('first');
  });

  it('keeps what is typed when it is rendered again, a half-written number as well', async () => {
    const element = await fixture<UiField>(html`<portico-ui-field label="Value" kind="number"></portico-ui-field>`);
    const field = new FieldHarness(element);
    await field.type('12e');
    element.help = 'In euros.';
    await field.settled();
    await field.type('3');
    expect(element.value).to.equal('12e3');
  });

  it('shows the error of the server until it is taken away', async () => {
    const element = await fixture<UiField>(
      html`<portico-ui-field label="Company" error="This company is registered."></portico-ui-field>`,
    );
    const field = new FieldHarness(element);
    await field.type('x');
    await field.leave();
    expect(field.error).to.equal('This company is registered.');
  });

  it('counts down to the end of a text', async () => {
    const element = await fixture<UiField>(
      html`<portico-ui-field label="Note" kind="textarea" max-length="30"></portico-ui-field>`,
    );
    const field = new FieldHarness(element);
    await field.type('123456789');
    expect(field.text('#help')).to.equal('');
    await field.type('01');
    expect(field.text('#help')).to.equal('19 characters left');
  });

  it('tells of a settled value once', async () => {
    let changes = 0;
    const element = await fixture<UiField>(
      html`<portico-ui-field label="Name" @change=${() => changes++}></portico-ui-field>`,
    );
    const field = new FieldHarness(element);
    await field.type('Kaleva');
    await field.leave();
    expect(changes).to.equal(1);
    expect(element.value).to.equal('Kaleva');
  });

  for (const kind of ['text', 'search', 'date', 'textarea', 'select'] as const) {
    it(`is accessible as ${kind}, with help, and with its label out of sight`, async () => {
      for (const hidden of [false, true]) {
        const element = await fixture<UiField>(
          html`<portico-ui-field label="Reason" kind=${kind} help="Only the vendor reads this."
            ?label-hidden=${hidden} .options=${reasons}></portico-ui-field>`,
        );
        await expect(element).to.be.accessible();
      }
    });
  }
});
