import {expect, fixture} from '@open-wc/testing';
import {html} from 'lit';
import {defineElement} from '../../base/define-element.ts';
import {toDeadlineState} from './deadline-meter.model.ts';
import {UiDeadlineMeter} from './deadline-meter.ts';

defineElement('portico-ui-deadline-meter', UiDeadlineMeter);

const hour = 3_600_000;

describe('toDeadlineState', () => {
  it('counts the time used up and says how pressing it is', () => {
    const at = (now: number) => toDeadlineState(0, 100 * hour, now * hour);
    expect(at(10)).to.deep.equal({used: 0.1, urgency: 'calm', leftMs: 90 * hour});
    expect(at(75).urgency).to.equal('soon');
    expect(at(91).urgency).to.equal('urgent');
    expect(at(100).urgency).to.equal('over');
    expect(at(130)).to.deep.equal({used: 1, urgency: 'over', leftMs: -30 * hour});
  });

  it('holds for a deadline without a length, and for a clock before its beginning', () => {
    expect(toDeadlineState(5, 5, 5)).to.deep.equal({used: 0, urgency: 'over', leftMs: 0});
    expect(toDeadlineState(10 * hour, 20 * hour, 0).used).to.equal(0);
  });
});

describe('portico-ui-deadline-meter', () => {
  for (const now of [10, 80, 98, 101]) {
    it(`says its sentence and nothing else, ${now} of 100 hours in`, async () => {
      const element = await fixture<UiDeadlineMeter>(
        html`<portico-ui-deadline-meter start-at="0" due-at=${100 * hour} now=${now * hour}
          >Respond by Fri 14:00</portico-ui-deadline-meter
        >`,
      );
      await expect(element).to.be.accessible();
      expect(element.textContent?.trim()).to.equal('Respond by Fri 14:00');
      expect(element.renderRoot.querySelector('[aria-live], [role=status], [role=timer]')).to.equal(null);
      expect(element.renderRoot.querySelectorAll('[data-full]').length).to.equal({10: 0, 80: 2, 98: 2, 101: 3}[now]);
    });
  }
});
