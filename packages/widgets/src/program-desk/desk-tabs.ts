import {html, type TemplateResult} from 'lit';
import type {PortalWidget} from '../base/portal-widget.ts';
import {dangerIcon} from '../ui/icon/icons.ts';
import {boardsTab} from './boards.view.ts';
import {decideTab} from './decide.view.ts';
import type {DeskTab, DeskView} from './program-desk.view.ts';
import {rulesTab} from './rules.view.ts';

/** What stands in an element whose code is on its way. */
const pending = html`<portico-ui-skeleton kind="list" rows="6"></portico-ui-skeleton>`;

/** All tabs in their order. What is opened seldom is an element in a chunk of its own, with readings and words of its own. */
const deskTabs: readonly DeskTab[] = [
  {id: 'decide', count: ({desk}) => desk.waiting, draw: decideTab},
  {id: 'rules', draw: rulesTab},
  {id: 'boards', draw: boardsTab},
  {
    id: 'levels',
    scopes: ['tier_policy:read'],
    load: () => import('./levels/define-levels.ts'),
    draw: ({portal, desk}) => html`<portico-program-desk-levels exportparts="row, note, dialog" .portal=${portal} .program=${desk.program}>${pending}</portico-program-desk-levels>`,
  },
  {
    id: 'pareto',
    scopes: ['pareto_report:read'],
    load: () => import('./pareto/define-pareto.ts'),
    draw: ({portal, desk}) => html`<portico-program-desk-pareto exportparts="row, note, dialog, curve" .portal=${portal} .program=${desk.program}>${pending}</portico-program-desk-pareto>`,
  },
  {
    id: 'challenges',
    scopes: ['challenge:read', 'challenge_entry:read'],
    count: ({desk}) => desk.proofs,
    load: () => import('./challenges/define-challenges.ts'),
    draw: ({portal, desk}) => html`<portico-program-desk-challenges exportparts="row, note, dialog" .portal=${portal} .program=${desk.program} .currency=${desk.currency}>${pending}</portico-program-desk-challenges>`,
  },
  {
    id: 'badges',
    scopes: ['badge:read', 'badge_award:read'],
    load: () => import('./challenges/define-badges.ts'),
    draw: ({portal, desk}) => html`<portico-program-desk-badges exportparts="row, note, dialog" .portal=${portal} .program=${desk.program} .currency=${desk.currency}>${pending}</portico-program-desk-badges>`,
  },
  {
    id: 'rewards',
    scopes: ['reward:read', 'redemption:read'],
    count: ({desk}) => desk.requests,
    load: () => import('./challenges/define-rewards.ts'),
    draw: ({portal, desk}) => html`<portico-program-desk-rewards exportparts="row, note, dialog, liability" .portal=${portal} .program=${desk.program} .currency=${desk.currency}>${pending}</portico-program-desk-rewards>`,
  },
];

/** The tabs that this session sees. */
export function shownTabs({desk}: Pick<DeskView, 'desk'>): readonly DeskTab[] {
  return deskTabs.filter(({scopes = []}) => scopes.every(scope => desk.may(scope)));
}

/** Brings the code of a tab when it is first opened. */
export class TabParts {
  readonly #host: PortalWidget;
  readonly #loads = new Map<DeskTab, 'begun' | 'failed'>();

  constructor(host: PortalWidget) {
    this.#host = host;
  }

  /** Draws what stands in a tab, or that its code cannot be had. */
  draw(tab: DeskTab, view: DeskView): TemplateResult {
    if (tab.load && !this.#loads.has(tab)) void this.#load(tab, tab.load);
    if (this.#loads.get(tab) !== 'failed') return tab.draw(view);
    const {text} = view;
    const retry = () => {
      this.#loads.delete(tab);
      this.#host.requestUpdate();
    };
    return html`<portico-ui-empty-state tone="danger" heading=${text.term('failed')} text=${text.term('problem_network_error')}>
      <span slot="icon">${dangerIcon(20)}</span>
      <button slot="actions" class="button" type="button" @click=${retry}>${text.term('retry')}</button>
    </portico-ui-empty-state>`;
  }

  async #load(tab: DeskTab, load: () => Promise<unknown>) {
    this.#loads.set(tab, 'begun');
    try {
      await load();
    } catch {
      // Without a connection there is no code.
      this.#loads.set(tab, 'failed');
      this.#host.requestUpdate();
    }
  }
}
