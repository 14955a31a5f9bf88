import {expect} from '@open-wc/testing';
import type {BoardRow} from '@portico/contract';
import {goldenCases, goldenLevels, goldenNow, goldenTerms} from '@portico/contract/tier-golden';
import {evaluateTiers, whatIf} from '@portico/contract/tier-rules';
import {mockRivalId} from '@portico/mocks';
import {sendMouse} from '@web/test-runner-commands';
import {defineElement} from '../base/define-element.ts';
import {StandingHarness, type StartOptions} from '../base/standing.harness.ts';
import {Leaderboard} from '../leaderboard/leaderboard.ts';
import {gapBefore, podiumOf} from '../leaderboard/leaderboard.model.ts';
import {PointsLedger} from '../points-ledger/points-ledger.ts';
import {addBoardStrings} from '../strings/leaderboard-board.strings.ts';
import {forgottenWords} from '../strings/forgotten-words.harness.ts';
import {pseudoLocale, usePseudoLocale} from '../strings/pseudo.ts';
import {TierProgress} from '../tier-progress/tier-progress.ts';
import type {UiField} from '../ui/field/field.ts';

defineElement('portico-leaderboard', Leaderboard);
defineElement('portico-points-ledger', PointsLedger);
defineElement('portico-tier-progress', TierProgress);

const tags = ['portico-leaderboard', 'portico-points-ledger', 'portico-tier-progress'] as const;
const start = StandingHarness.start;
const startBoard = (options: StartOptions) => start<Leaderboard>('portico-leaderboard', options);
const startLedger = () => start<PointsLedger>('portico-points-ledger');
const startTiers = () => start<TierProgress>('portico-tier-progress');
const revenue = {attributes: {'board-id': 'revenue'}};

const rowsOf = (...ranks: readonly number[]) => ranks.map((rank, index): BoardRow => ({rank, isOwn: false, partnerOrg: {id: String(index), name: String(index)}, alias: null, value: 0, previousRank: null}));

describe('the leaderboard', () => {
  it('is one table with the ranks in their order, the change in words, and the way to the next rank', async () => {
    const board = await startBoard(revenue);
    const [table, ...more] = board.findAll('table[role=table]');
    expect(more).to.have.length(0);
    expect(table?.querySelector('caption')?.textContent).to.equal('Revenue, Q4 2026');
    const ranks = board.texts('tr.row .rank').map(Number);
    expect(ranks).to.deep.equal(ranks.toSorted((a, b) => a - b));
    expect(board.texts('tr.own .who')[0]).to.match(/^You Lumen Automation Oy €[\d,]+ more to rank \d+$/);
    expect(board.texts('tr.own .moved .visually-hidden')[0]).to.match(/^(Up|Down) \d+ places?$/);
    expect(board.texts('tr.row .value').every(value => value.startsWith('€'))).to.equal(true);
    await expect(board.element).to.be.accessible();
  });

  it('puts three above the others unless a tie leaves somebody out, and says how many are not shown', () => {
    expect([[1, 2, 2, 4], [1, 2, 3, 3], [1, 1, 1, 1], [1, 2]].map(ranks => podiumOf(rowsOf(...ranks)).length)).to.deep.equal([3, 0, 0, 0]);
    expect([1, 2, 3, 4].map(index => gapBefore(rowsOf(1, 2, 2, 4, 9), index))).to.deep.equal([0, 0, 0, 4]);
  });

  it('tells nothing of others behind an alias, and nothing but the own result among few', async () => {
    const board = await startBoard({attributes: {'board-id': 'points'}});
    expect(board.texts('tr.row:not(.own) .who').every(name => /^Partner [\dA-F]{8}$/.test(name))).to.equal(true);
    expect(board.texts('tr.row:not(.own) .moved').join('')).to.equal('');
    const few = await startBoard({...revenue, standing: {partners: 2}});
    expect(few.findAll('tr.row')).to.have.length(0);
    expect(few.texts('.alone .figure')).to.deep.equal(['€50,000']);
    expect(few.text('.alone .why')).to.contain('from 5 partners');
  });

  it('goes to periods before and back, and to other boards', async () => {
    const board = await startBoard(revenue);
    await board.click('[data-act=earlier]');
    await board.until(() => board.text('.period') === 'Q3 2026');
    expect(board.text('.facts')).to.contain('Ended');
    await board.click('[data-act=later]');
    await board.until(() => board.text('.period') === 'Q4 2026');
    expect(board.element.at).to.equal('');
    let chosen = '';
    board.element.addEventListener('portico-leaderboard-select', event => (chosen = event.detail.name));
    board.find('portico-ui-tabs').shadowRoot?.querySelector<HTMLElement>('[role=tab]')?.click();
    await board.until(() => board.texts('caption')[0] === 'Points, November 2026');
    expect(chosen).to.equal('Points');
  });

  it('shows the result of a period as it was frozen, and takes what is wrong with it until it is verified', async () => {
    const board = await startBoard(revenue);
    board.backend.act.freezeBoard('revenue', '2026-08-01T00:00:00.000Z');
    await board.click('[data-act=earlier]');
    await board.until(() => board.text('.facts').startsWith('Provisional: not verified yet'));
    await board.click('[data-act=dispute]');
    await board.until(() => board.findAll('portico-ui-dialog[open] portico-ui-field').length === 1);
    board.find<UiField>('portico-ui-field').value = 'Our deal of July is missing.';
    await board.click('[data-act=send]');
    await board.until(() => board.text('.head').includes('The vendor is looking at what you said is wrong'));
    expect(board.findAll('[data-act=dispute]')).to.have.length(0);
  });

  it('moves at once when nobody points at the rows, and waits while somebody does', async () => {
    const board = await startBoard(revenue);
    const rank = () => Number(board.texts('tr.own .rank')[0]);
    const before = rank();
    await sendMouse({type: 'move', position: [5, 5]});
    board.backend.act.winDeal(3_000_000);
    await board.until(() => rank() < before);
    expect(board.text('[role=status].visually-hidden')).to.equal(`You are now at rank ${rank()}.`);
    const {left, top} = board.find('.scroll').getBoundingClientRect();
    await sendMouse({type: 'move', position: [Math.round(left) + 60, Math.round(top) + 60]});
    const held = rank();
    board.backend.act.winDeal(9_000_000);
    await board.until(() => board.findAll('.news').length > 0);
    expect(rank()).to.equal(held);
    await board.click('.news .link');
    await board.until(() => rank() < held);
    // Others tell nothing of what they do: it is read from time to time.
    board.backend.act.winDeal(90_000_000, mockRivalId(2));
    board.element.board.retry();
    await board.until(() => board.findAll('.news').length > 0);
    await sendMouse({type: 'move', position: [5, 5]});
    await board.until(() => board.texts('tr.row .who')[0]?.includes('Lumi Partners') ?? false);
    expect(board.findAll('.news')).to.have.length(0);
  });

  it('is left with a switch, and come back to; people of the company are ranked among themselves', async () => {
    const board = await startBoard(revenue);
    board.find<HTMLDetailsElement>('[data-fold=people]').open = true;
    await board.until(() => board.findAll('.people tbody tr').length === 1);
    expect(board.texts('.people tbody tr')[0]).to.equal('1 Mika Korhonen €50,000');
    board.find<HTMLDetailsElement>('[data-fold=taking]').open = true;
    await board.until(() => board.findAll('[data-act=take-part]').length === 1);
    expect(board.text('[data-fold=taking]')).to.contain('You can come back at any time');
    await board.click('[data-act=take-part]');
    await board.until(() => board.findAll('tr.own').length === 0 && board.text('.note').startsWith('You do not take part here'));
    await board.click('[data-act=take-part]');
    await board.until(() => board.findAll('tr.own').length === 1 && board.findAll('.note').length === 0);
  });

  it('says so when what shows the standings cannot be had, and brings it when somebody tries again', async () => {
    const {get} = customElements;
    // Stands for a file that does not come.
    customElements.get = () => {
      throw new Error('It does not come.');
    };
    try {
      const board = await startBoard(revenue);
      customElements.get = get;
      expect(board.heading).to.equal('No connection');
      await board.click('portico-ui-empty-state .button');
      await board.until(() => board.findAll('tr.own').length === 1);
    } finally {
      customElements.get = get;
    }
  });

  it('says how points are made, when somebody asks', async () => {
    const board = await startBoard({attributes: {'board-id': 'points', 'ledger-href': '#points'}});
    expect(board.text('.foot a')).to.match(/^Why do I have \d+ points\?$/);
    board.find<HTMLDetailsElement>('.how').open = true;
    await board.until(() => board.findAll('.rules li').length === 3);
    expect(board.texts('.rules li')[1]).to.equal('Deals won1 point for each €100, at most 20 times a month and at most 2,000 points a month');
  });
});

describe('the progress between levels', () => {
  it('answers in the browser what the golden cases say', () => {
    for (const {name, values, changes, expected} of goldenCases) {
      const {reachedLevelId, levels} = evaluateTiers(goldenTerms, goldenLevels, whatIf(goldenTerms.requirements, values, changes), goldenNow);
      expect(reachedLevelId, name).to.equal(expected.reachedLevelId);
      expect(levels.map(({met, score, criteria}) => [met, score, criteria.map(({gap}) => gap)]), name).to.deep.equal(expected.levels);
    }
  });

  it('shows what the next level asks for, what is there and what is missing', async () => {
    const tiers = await startTiers();
    expect(tiers.text('.figure')).to.equal('Silver');
    expect(tiers.texts('.criterion .name')).to.deep.equal(['Revenue in the last 12 months', 'Deals won in this calendar year', 'Certifications']);
    expect(tiers.texts('.criterion .gap')).to.deep.equal(['€106,850 to go', '2 to go', '3 to go']);
    expect(tiers.text('.criterion .tag')).to.equal('Mandatory');
    expect(tiers.text('.when')).to.contain('until Dec 31, 2026');
    await expect(tiers.element).to.be.accessible();
  });

  it('changes level and benefits with the values at once, and asks the server nothing', async () => {
    const tiers = await startTiers();
    await tiers.until(() => tiers.findAll('.knob').length === 3);
    const {requests} = tiers;
    const press = async (times: number, knob: number) => {
      for (let time = 0; time < times; time++) {
        tiers.findAll('.knob')[knob]?.querySelector<HTMLElement>('.button:last-child')?.click();
        await tiers.settled();
      }
    };
    await press(1, 1);
    expect(tiers.text('.result')).to.equal('Still Silver');
    expect(tiers.texts('.criterion .gap')[1]).to.equal('1 to go');
    const slider = tiers.find<HTMLInputElement>('.knob input');
    slider.value = '12000000';
    slider.dispatchEvent(new Event('input'));
    await press(3, 2);
    expect(tiers.text('.result')).to.equal('You would have what Gold asks for');
    expect(tiers.texts('.benefits td')).to.deep.equal(['8%', '12%', 'Partner B', 'Partner A', '20', 'No limit', '1%', '3%']);
    expect(tiers.requests).to.equal(requests);
    await tiers.click('[data-act=reset]');
    expect(tiers.texts('.criterion .gap')[0]).to.equal('€106,850 to go');
  });
});

describe('the points ledger', () => {
  it('adds up to the sum above it, and gives the reason of every entry', async () => {
    const ledger = await startLedger();
    const points = ledger.texts('.points').map(Number);
    const sum = points.reduce((total, each) => total + each, 0);
    expect(ledger.text('.figure')).to.equal(new Intl.NumberFormat('en').format(sum));
    expect(ledger.text('.end')).to.equal(`These ${points.length} entries add up to ${ledger.text('.figure')} points.`);
    expect(ledger.texts('.capped')).to.deep.equal(['Worth 10 points, but the rule gives at most 5 times a week and at most 25 points a week']);
    expect(ledger.texts('.entry .what')[0]).to.contain('Deals won, version 1 · 1 point for each €100');
    await expect(ledger.element).to.be.accessible();
  });

  it('leads from what was taken back to what took it back, and the other way', async () => {
    const ledger = await startLedger();
    const reversal = ledger.find('.entry[data-reversal]');
    await ledger.click('.entry[data-reversed] .link');
    expect(ledger.focused === reversal).to.equal(true);
    await ledger.click('.entry[data-reversal] .link');
    expect(ledger.focused === ledger.find('.entry[data-reversed]')).to.equal(true);
  });

  it('narrows to a rule and a period, with their sum, and follows what happens', async () => {
    const ledger = await startLedger();
    const rule = ledger.element.ledger.summary?.byRule.find(({ruleName}) => ruleName === 'Courses');
    ledger.element.ruleId = rule?.ruleId ?? '';
    await ledger.until(() => ledger.findAll('.entry').length === 2);
    expect(ledger.text('.figure')).to.equal('100');
    ledger.element.period = 'month';
    await ledger.until(() => ledger.text('.figure') === '50');
    ledger.element.ruleId = '';
    await ledger.until(() => ledger.findAll('.month').length === 1 && ledger.findAll('.entry').length > 5);
    const before = ledger.text('.figure');
    ledger.backend.act.winDeal(1_000_000);
    await ledger.until(() => Number(ledger.text('.figure')) === Number(before) + 100);
  });
});

describe('the widgets about points and levels', () => {
  it('say what is the case when there is nothing, no right, no connection or a failure, and try again', async () => {
    for (const tag of tags) {
      const empty = await start(tag, {standing: null});
      expect(empty.heading, tag).to.match(/ yet$/);
      empty.portal.remove();
      const forbidden = await start(tag, {scenario: 'forbidden', standing: null});
      expect(forbidden.heading, tag).to.equal('You have no access to this');
      forbidden.portal.remove();
      const failing = await start(tag, {standing: null});
      failing.backend.behaviour.refusal = 'input_invalid';
      const again = await start(tag, {backend: failing.backend});
      expect(again.heading, tag).to.equal('This could not be loaded');
      failing.backend.behaviour.refusal = null;
      await again.click('portico-ui-empty-state .button');
      await again.until(() => again.heading !== 'This could not be loaded');
      failing.portal.remove();
      again.portal.remove();
    }
  });

  it('have every word in their tables, in any width', async () => {
    addBoardStrings();
    const restore = usePseudoLocale();
    for (const tag of tags) {
      const widget = await start(tag, {locale: pseudoLocale, width: 280, ...(tag === 'portico-leaderboard' && revenue)});
      const data = ['Points', 'Revenue', 'Time to first contact', 'Deals won', 'Leads accepted within a day', 'Courses', 'Mika Korhonen', 'Partner A', 'Partner B', 'Gold', 'Silver'];
      expect(forgottenWords(widget.element, {data}), tag).to.deep.equal([]);
      expect(widget.element.scrollWidth, tag).to.be.at.most(280);
      widget.portal.remove();
    }
    restore();
  });
});
