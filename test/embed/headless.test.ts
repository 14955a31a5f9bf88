import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createMockBackend} from '@portico/mocks';
import {ApiError, createPortal} from '@portico/widgets/headless';
import {createChallenges} from '@portico/widgets/headless/challenges';
import {createCollateral} from '@portico/widgets/headless/collateral';
import {createCollateralDesk} from '@portico/widgets/headless/collateral-desk';
import {createCollateralLibrary} from '@portico/widgets/headless/collateral-library';
import {createDealList} from '@portico/widgets/headless/deal-list';
import {createDealRegistration} from '@portico/widgets/headless/deal-registration';
import {createDealReview} from '@portico/widgets/headless/deal-review';
import {createLeadDesk} from '@portico/widgets/headless/lead-desk';
import {createLeadInbox} from '@portico/widgets/headless/lead-inbox';
import {createLeaderboard} from '@portico/widgets/headless/leaderboard';
import {createPointsLedger} from '@portico/widgets/headless/points-ledger';
import {createProgramDesk} from '@portico/widgets/headless/program-desk';
import {createTierProgress} from '@portico/widgets/headless/tier-progress';
import {drawYourOwn} from './draw-your-own.ts';
import {apiUrl, onBackend} from './on-backend.ts';
import {testYourPage} from './test-your-page.ts';

const ready = ({status}: {status: string}) => status === 'ready';

describe('a controller without an element', () => {
  it('lead-inbox: lists, accepts, hears of a new lead, and says why an act was refused', () =>
    onBackend('partner', async (portal, backend) => {
      const inbox = createLeadInbox(portal);
      const {offers, counts} = await inbox.until(state => ready(state) && state.counts !== undefined);
      const [first, second] = offers;
      assert.ok(first && second && counts);
      const outcome = await inbox.controller.acts.run('accept', [first]);
      assert.equal(outcome?.done[0]?.status, 'accepted');
      const {leadOfferId} = backend.act.newLead();
      await inbox.until(state => state.offers.some(({id}) => id === leadOfferId));
      backend.behaviour.refusal = 'forbidden';
      const refused = await inbox.controller.acts.run('accept', [second]);
      const error = refused?.failed[0]?.error;
      assert.ok(error instanceof ApiError && error.code === 'forbidden');
      assert.equal(refused?.failed[0]?.sentence, error.problem.title);
      inbox.dispose();
    }));

  it('deal-list: lists, opens, sets a stage and hears of what the vendor decides', () =>
    onBackend('partner', async (portal, backend) => {
      const deals = createDealList(portal);
      await deals.until(ready);
      deals.controller.show({tab: 'protected'});
      const {deals: [deal], stages} = await deals.until(state => state.query.tab === 'protected' && state.deals.length > 0);
      assert.ok(deal && stages.length > 0);
      assert.equal(deals.controller.open(deal), true);
      const {story} = await deals.until(state => state.open?.id === deal.id && state.story !== undefined);
      assert.ok(story);
      assert.equal(await deals.controller.acts.run('set_stage', deal, {stage: stages.at(-1)!.key}), 'done');
      assert.equal(deals.controller.find(deal.id)?.stage, stages.at(-1)!.key);
      deals.controller.show({tab: 'in_review'});
      await deals.until(state => state.query.tab === 'in_review' && state.deals.length > 0);
      const rejected = backend.act.rejectDeal();
      await deals.until(state => !state.deals.some(({id}) => id === rejected));
      deals.dispose();
    }));

  it('deal-registration: reads the form, keeps what is typed, and names what is missing', () =>
    onBackend('partner', async portal => {
      const form = createDealRegistration(portal);
      await form.until(({status, steps}) => status === 'form' && steps.length > 0);
      form.controller.set('customer.name', 'Kivi Oy');
      assert.equal((await form.until(({values}) => values['customer.name'] === 'Kivi Oy')).status, 'form');
      assert.equal(await form.controller.submit(), 'incomplete');
      await form.until(({issues}) => issues.length > 0);
      form.dispose();
    }));

  it('collateral-library: lists, marks a favourite, opens, and says where a download is', () =>
    onBackend('partner', async portal => {
      const library = createCollateralLibrary(portal);
      const {assets, counts} = await library.until(ready);
      const asset = assets.find(({isFavourite, access, current}) => !isFavourite && access === 'granted' && current.length > 0);
      assert.ok(asset && counts);
      await library.controller.acts.star(asset);
      assert.equal(library.controller.find(asset.id)?.isFavourite, true);
      library.controller.open(asset);
      await library.until(({versions}) => versions !== undefined);
      const urls: string[] = [];
      library.on('portico-collateral-download', ({detail}) => urls.push(detail.download.url));
      await library.controller.acts.download(asset, asset.current[0]!.id);
      assert.equal(urls.length, 1);
      library.dispose();
    }));

  it('leaderboard: ranks, moves when a deal is won, takes the company off and brings it back', () =>
    onBackend('partner', async (portal, backend) => {
      backend.act.standing();
      const leaders = createLeaderboard(portal);
      const {standings, board} = await leaders.until(ready);
      assert.ok(standings && board);
      assert.equal(leaders.getSnapshot().rules, undefined);
      leaders.controller.wantRules();
      assert.ok((await leaders.until(({rules}) => rules !== undefined)).rules?.length);
      backend.act.winDeal(90_000_000);
      await leaders.until(state => (state.standings?.own?.value ?? 0) > (standings.own?.value ?? 0));
      await leaders.controller.setOut(board.id, true);
      await leaders.until(state => state.board?.isOut === true);
      leaders.dispose();
    }));

  it('points-ledger: lists, filters, reads more, and hears of points', () =>
    onBackend('partner', async (portal, backend) => {
      backend.act.standing();
      const ledger = createPointsLedger(portal);
      const {total, rules} = await ledger.until(state => ready(state) && state.rules.length > 0);
      backend.act.winDeal(10_000_000);
      await ledger.until(state => state.total > total);
      ledger.controller.show({ruleId: rules[0]!.id});
      const {entries} = await ledger.until(state => state.ruleId !== '' && !state.isLoading);
      assert.ok(entries.every(entry => entry.rule?.id === rules[0]!.id));
      ledger.dispose();
    }));

  it('tier-progress: shows the level and how far the next one is, also after a won deal', () =>
    onBackend('partner', async (portal, backend) => {
      backend.act.standing();
      const tier = createTierProgress(portal);
      const {standing, next} = await tier.until(ready);
      assert.ok(standing && next);
      const before = tier.controller.progressOf(next.id);
      backend.act.winDeal(50_000_000);
      await tier.until(() => tier.controller.progressOf(next.id) !== before);
      tier.dispose();
    }));

  it('challenges: joins one, looks at rewards, asks for one and hears that it was approved', () =>
    onBackend('partner', async (portal, backend) => {
      backend.act.standing();
      backend.act.challenges();
      const games = createChallenges(portal);
      const {challenges, account} = await games.until(ready);
      assert.ok(challenges.length > 0 && account);
      games.controller.show('rewards');
      const {rewards} = await games.until(state => state.tab === 'rewards' && state.rewards.length > 0);
      const reward = rewards.find(each => each.points <= account.balance && each.stock !== 0)!;
      const {id} = await games.controller.redeem(reward, null);
      await games.until(state => state.redemptions.some(each => each.id === id));
      backend.act.approveReward();
      await games.until(state => state.redemptions.some(each => each.id === id && each.status === 'approved'));
      games.dispose();
    }));

  it('program-desk: shows what waits, and gives points that were held', () =>
    onBackend('admin', async (portal, backend) => {
      backend.act.standing();
      const desk = createProgramDesk(portal);
      await desk.until(ready);
      backend.act.burst();
      const {holds: [hold], waiting} = await desk.until(({holds}) => holds.length > 0);
      assert.ok(hold && waiting > 0);
      await desk.controller.decideHold(hold, true);
      await desk.until(({holds}) => !holds.some(({id}) => id === hold.id));
      assert.deepEqual([desk.getSnapshot().tab, desk.getSnapshot().boards], ['decide', []]);
      desk.controller.show('boards');
      assert.ok((await desk.until(({tab, boards}) => tab === 'boards' && boards.length > 0)).boards[0]?.standings.rows);
      desk.dispose();
    }));

  it('lead-desk: lists, opens, withdraws what was offered, and says in words what failed', () =>
    onBackend('vendor', async (portal, backend) => {
      const desk = createLeadDesk(portal);
      desk.controller.show({group: 'offered'});
      const {leads: [lead, other], total} = await desk.until(ready);
      assert.ok(lead && other && total > 1);
      desk.controller.open(lead);
      await desk.until(({open}) => open?.id === lead.id);
      desk.controller.selection.toggle(other.id);
      desk.controller.show({sort: 'score'});
      assert.equal((await desk.until(({query, isLoading}) => query.sort === 'score' && !isLoading)).chosen.length, 1);
      desk.controller.search(`${lead.company.name} `);
      const found = await desk.until(({query, isLoading}) => query.q !== '' && !isLoading);
      assert.deepEqual([found.words, found.query.q, found.chosen], [`${lead.company.name} `, lead.company.name, []]);
      assert.ok(found.leads.every(({company}) => company.name === lead.company.name));
      desk.controller.show({q: '', sort: 'newest'});
      assert.equal((await desk.until(({query, isLoading}) => query.q === '' && !isLoading)).words, '');
      const done = await desk.controller.acts.withdraw(lead, {reason: 'customer_request'});
      assert.ok(done && 'lead' in done && done.lead.offer?.status === 'withdrawn');
      backend.behaviour.refusal = 'forbidden';
      const refused = await desk.controller.acts.withdraw(other, {reason: 'customer_request'});
      assert.ok(refused && 'code' in refused && refused.code === 'forbidden' && refused.sentence);
      backend.behaviour.refusal = null;
      const {leadId} = backend.act.newLead();
      await desk.until(({leads}) => leads.some(({id}) => id === leadId));
      desk.dispose();
    }));

  it('deal-review: lists by deadline, takes a review, and hears of a new registration', () =>
    onBackend('vendor', async (portal, backend) => {
      const desk = createDealReview(portal);
      const {deals} = await desk.until(ready);
      const deal = deals.find(each => desk.controller.actionsOn(each).has('take'));
      assert.ok(deal);
      const done = await desk.controller.acts.run('take', deal);
      assert.ok('deal' in done && done.deal.version > deal.version);
      const id = backend.act.submitDeal();
      await desk.until(state => state.deals.some(each => each.id === id));
      desk.dispose();
    }));

  it('collateral-desk: lists, narrows, publishes', () =>
    onBackend('vendor', async portal => {
      const desk = createCollateralDesk(portal);
      desk.controller.show({tab: 'work'});
      const {assets} = await desk.until(state => ready(state) && state.folders.length > 0);
      const draft = assets.find(({actions}) => actions.includes('approve'));
      assert.ok(draft);
      assert.equal(await desk.controller.acts.run('approve', draft), undefined);
      await desk.until(state => state.assets.find(({id}) => id === draft.id)?.status === 'approved');
      desk.dispose();
    }));

  it('collateral: shows an embed, sends an enquiry, and says when the embed has ended', async () => {
    const backend = createMockBackend();
    const portal = createPortal({apiUrl, fetch: backend.fetch as typeof fetch, fetchSession: backend.fetchSession});
    const {items} = await portal.client.assets.list({limit: 50});
    const embed = await portal.client.collateralEmbeds.create({name: 'Home page', assetIds: items.filter(({delivery}) => delivery === 'open').map(({id}) => id)});
    portal.stop();
    const shown = createCollateral({apiUrl, token: embed.token, fetch: backend.fetch as typeof fetch});
    const {items: [item], partner} = await shown.until(ready);
    assert.ok(item && partner);
    await shown.controller.ask({assetId: item.id, name: 'Erik', email: 'erik@buyer.example', locale: 'en', elapsedMs: 9000});
    await assert.rejects(shown.controller.ask({name: '', email: 'none', locale: 'en', elapsedMs: 9000}), (error: unknown) => error instanceof ApiError && error.code === 'input_invalid');
    await portal.client.collateralEmbeds.revoke({id: embed.id, version: embed.version});
    await shown.controller.refresh();
    assert.deepEqual([shown.getSnapshot().status, shown.getSnapshot().items], ['ended', []]);
    shown.dispose();
  });
});

describe('a store', () => {
  it('gives the same state until something changes, and reads only while somebody listens', () =>
    onBackend('partner', async portal => {
      const inbox = createLeadInbox(portal);
      while (!portal.ready) await new Promise(setImmediate);
      assert.deepEqual([inbox.getSnapshot().status, inbox.getSnapshot().offers], ['pending', []]);
      const seen: string[] = [];
      const stop = inbox.subscribe(({status}) => seen.push(status));
      assert.deepEqual(seen, ['pending']);
      const {offers} = await inbox.until(state => ready(state) && state.isLive);
      assert.equal(inbox.getSnapshot(), inbox.getSnapshot());
      const known = inbox.getSnapshot();
      inbox.controller.selection.toggle(offers[0]!.id);
      const chosen = await inbox.until(state => state.chosen.length === 1);
      assert.notEqual(chosen, known);
      assert.equal(chosen.offers, known.offers);
      stop();
      const heard = inbox.until(({query}) => query.tab === 'closed');
      inbox.dispose();
      await assert.rejects(heard, /disposed/);
    }));

  it('says why there is nothing to show', () =>
    onBackend('partner', async (portal, backend) => {
      backend.behaviour.refusal = 'forbidden';
      const inbox = createLeadInbox(portal);
      const {error} = await inbox.until(({status}) => status === 'forbidden');
      assert.ok(error instanceof ApiError && error.code === 'forbidden');
      inbox.dispose();
    }));

  it('keeps an act from being sent when whoever listens says so', () =>
    onBackend('partner', async portal => {
      const inbox = createLeadInbox(portal);
      const {offers} = await inbox.until(ready);
      const stop = inbox.on('portico-lead-offer-action', event => event.preventDefault());
      assert.equal(inbox.controller.acts.run('accept', offers.slice(0, 1)), undefined);
      stop();
      inbox.dispose();
    }));
});

// In one process with what they try, which takes a while to load.
drawYourOwn();
testYourPage();
