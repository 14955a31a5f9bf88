import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {createMockBackend, systemClock} from '@portico/mocks';
import {builtinEnvironments} from 'vitest/runtime';
import {definedWidgets} from '../../packages/widgets/build/defined-widgets.ts';
import {buildForNode, type ForNode} from '../../packages/widgets/build/for-node.ts';

/** Widgets that vendors' people use. */
const vendors = ['lead-desk', 'deal-review', 'collateral-desk', 'program-desk'];

/** What a public page shows. */
const embedded = {partner: {name: 'Lumen', logoUrl: null, accent: '#0b6e4f'}, items: [{id: 'a', title: 'Robot cells', summary: null, type: 'datasheet', language: 'en', altText: null, preview: null, url: 'https://files.example/e/t/a', sizeBytes: 1000}], enquiries: true, privacyUrl: null};

/** Late in a quarter, so that all that was done lately is in it. */
const startMs = Date.parse('2026-11-21T12:00:00Z');

/** What of its data each widget shows. */
const signs: Readonly<Record<string, string>> = {
  'challenges': 'Points to redeem 1,106',
  'collateral': 'Robot cells',
  'collateral-desk': 'In preparation 2',
  'collateral-library': 'Partner terms',
  'deal-list': 'Bodensee Molkerei eG',
  'deal-registration': 'A domain such as acme.com is enough.',
  'deal-review': 'Oulu Castings Oy',
  'lead-desk': 'Turku Heat',
  'lead-inbox': 'Paper mill wants to watch its drying line',
  'leaderboard': 'Points, November 2026',
  'points-ledger': 'Points in all 1,106',
  'program-desk': 'Nothing to decide',
  'tier-progress': 'What Gold asks for',
};

/**
 * The tests of a DOM that is no browser, set up as Vitest does it for the tests of pages: every widget is put into it with the pretend backend as its network, and shows
 * what it has read. What is thrown on the way fails a test, as everywhere.
 */
export function testIn(name: 'jsdom' | 'happy-dom'): void {
  describe(`in ${name}, as in tests of pages that embed them`, () => {
    let built: ForNode;
    let leave: () => unknown;
    const complaints: string[] = [];
    before(async () => {
      const {teardown} = await builtinEnvironments[name].setup(globalThis, {jsdom: {url: 'https://partner.example/'}, happyDOM: {url: 'https://partner.example/'}});
      leave = () => teardown(globalThis);
      console.error = (...words: unknown[]) => void complaints.push(words.map(String).join(' '));
      document.documentElement.lang = 'en';
      built = await buildForNode(['define/all']);
      await built.load('define/all');
    });
    after(async () => {
      built[Symbol.dispose]();
      await leave();
    });

    for (const {name: widget} of definedWidgets().filter(each => each.name !== 'portal'))
      it(`${widget} draws what it reads`, async () => {
        const backend = createMockBackend({as: vendors.includes(widget) ? 'vendor' : 'partner', clock: {...systemClock, now: () => startMs}});
        backend.act.standing({});
        const portal = document.createElement('portico-portal') as HTMLElementTagNameMap['portico-portal'];
        Object.assign(portal, {apiUrl: 'http://mock.test', fetch: backend.fetch, fetchSession: backend.fetchSession, brand: '#0f766e'});
        const element = document.createElement(`portico-${widget}`);
        // On public pages, without a portal.
        globalThis.fetch = async () => Response.json(embedded);
        portal.append(element);
        document.body.append(portal);
        const sign = signs[widget];
        assert.ok(sign, 'Say in this file what the widget shows.');
        try {
          await until(() => textOf(portal).includes(sign), () => textOf(portal));
        } finally {
          portal.remove();
          backend.cutStreams();
        }
        assert.deepEqual(complaints, []);
      });
  });
}

async function until(holds: () => boolean, seen: () => string): Promise<void> {
  for (const giveUp = Date.now() + 5_000; !holds(); ) {
    assert.ok(Date.now() < giveUp, `It shows: ${seen()}`);
    await new Promise(resolve => setTimeout(resolve, 5));
  }
}

/** What is drawn of a node, with single spaces. */
function textOf(node: Node): string {
  if (node.nodeName === 'STYLE') return '';
  const {shadowRoot} = node as Element;
  const words = node.nodeType === 3 ? (node.nodeValue ?? '') : [...(shadowRoot ? [shadowRoot] : []), ...node.childNodes].map(textOf).join(' ');
  return words.replaceAll(/\s+/g, ' ').trim();
}
