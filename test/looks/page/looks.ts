import {personExamples} from '@portico/contract/examples';
import {mockBoardIds, type MockBackend} from '@portico/mocks';
import type {Portal} from '@portico/widgets';

/** How a widget is brought before the camera, and into the states that people meet it in. */
export interface Look {
  /** Whose page it is; a partner's unless said. */
  readonly as?: 'vendor' | 'public';
  readonly attributes?: Readonly<Record<string, string>>;
  /** Who looks, when not everybody of that side may do all that there is to see. */
  readonly personId?: string;
  /** Lets something happen before it is shown with content. */
  readonly prepare?: (backend: MockBackend, names: {readonly longNames: boolean}) => void;
  /** What is there when it shows content. `a >>> b` reaches into the shadow root of `a`. */
  readonly content: string;
  /** What is there when there is nothing to show, in place of the state that says so. */
  readonly empty?: string;
  /** What is there while the first content is on its way, and when it cannot come: public pages show what the page has written. */
  readonly without?: string;
  /** How a detail or a dialog is opened. */
  readonly open: {
    /** A message that the portal shows. */
    readonly says?: Parameters<NonNullable<Portal['controller']>['notify']>[0];
    /** Set before. */
    readonly attributes?: Readonly<Record<string, string>>;
    /** Typed into a field before. */
    readonly type?: Readonly<Record<string, string>>;
    /** What is clicked, one after the other. */
    readonly clicks: readonly string[];
    /** What is there then. */
    readonly shows: string;
  };
  /** What its pictures show where there is room; `default` unless there is more to see when something is open. */
  readonly picture?: 'opened';
  /** Set on the portal around it. */
  readonly portal?: Readonly<Record<string, string>>;
  /** The widget inside, for one that shows others. */
  readonly inner?: string;
}

const standing: NonNullable<Look['prepare']> = ({act}, {longNames}) => act.standing(longNames ? {longNames, partners: 30} : {});

const challenges: typeof standing = (backend, names) => {
  standing(backend, names);
  backend.act.challenges();
};

const decisions: typeof standing = (backend, names) => {
  standing(backend, names);
  backend.act.reachLevel();
  backend.act.riskLevel();
  backend.act.burst();
  backend.act.draftRule();
};

const logo = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="96" height="32"><rect width="32" height="32" rx="8" fill="#0f766e"/><rect x="44" y="8" width="52" height="16" rx="4" fill="#0f766e"/></svg>')}`;

/** Every widget that a page can name, without `portico-`. A new one needs an entry here: its pictures and the checks of its states follow from it. */
export const looks: Readonly<Record<string, Look>> = {
  'challenges': {
    prepare: challenges,
    content: '.challenge',
    open: {clicks: ['[data-act=resend]'], shows: 'portico-challenges-proof >>> portico-ui-dialog[open] portico-ui-field'},
  },
  'collateral': {
    as: 'public',
    content: '[part=item]',
    empty: 'a',
    without: 'a',
    open: {clicks: ['[part=ask]'], shows: 'dialog[open]'},
  },
  'collateral-desk': {
    as: 'vendor',
    attributes: {tab: 'published', sort: 'title'},
    content: '.body [role=row]',
    open: {clicks: ['.body [role=row]'], shows: 'portico-collateral-desk-detail >>> .versions li'},
    picture: 'opened',
  },
  'collateral-library': {
    content: '.piece[role]',
    open: {clicks: ['.piece .open'], shows: '#detail-title'},
  },
  'deal-list': {
    attributes: {tab: 'protected'},
    content: '[role=row]',
    open: {clicks: ['[role=row]'], shows: '.entry'},
    picture: 'opened',
  },
  'deal-registration': {
    attributes: {domain: 'fresh-customer.example', company: 'Fresh Customer Oy', country: 'FI'},
    content: '.root[data-complete] .claim portico-ui-badge',
    empty: '.root[data-complete] .claim portico-ui-badge',
    open: {clicks: ['.next'], shows: 'portico-ui-error-summary'},
  },
  'deal-review': {
    as: 'vendor',
    content: '.body [role=row]',
    open: {clicks: ['.body [role=row]'], shows: 'portico-deal-review-detail >>> .story'},
    picture: 'opened',
  },
  'lead-desk': {
    as: 'vendor',
    content: '.body [role=row]',
    open: {attributes: {group: 'working'}, clicks: ['.body [role=row]'], shows: 'portico-lead-desk-detail >>> h3'},
    picture: 'opened',
  },
  'lead-inbox': {
    content: '[role=row]',
    open: {clicks: ['[role=row]'], shows: '#detail-title'},
    picture: 'opened',
  },
  'leaderboard': {
    attributes: {'board-id': mockBoardIds.revenue, 'ledger-href': '#points'},
    prepare: standing,
    content: 'tr.own',
    open: {clicks: ['[data-fold=taking] summary'], shows: '[data-fold=taking] .unfolded'},
  },
  'points-ledger': {
    prepare: standing,
    content: '.entry',
    open: {clicks: ['portico-ui-menu >>> button'], shows: 'portico-ui-menu >>> [role=menuitemradio]'},
  },
  'portal': {
    portal: {brand: `#0f766e; second-color: #d97706; radius: 12px; logo: ${logo}`},
    inner: 'tier-progress',
    prepare: standing,
    content: '.knob',
    open: {clicks: [], says: {text: 'The lead could not be accepted: somebody else was first.', tone: 'danger', action: {label: 'Show leads', run: () => {}}}, shows: 'portico-ui-toast >>> .toast'},
    picture: 'opened',
  },
  'program-desk': {
    as: 'vendor',
    personId: personExamples.tomas.id,
    prepare: decisions,
    content: '.row',
    open: {attributes: {tab: 'rules'}, clicks: ['[data-act=preview]'], shows: 'portico-ui-dialog[open] .replay'},
  },
  'tier-progress': {
    prepare: standing,
    content: '.knob',
    open: {type: {'.knob input': '12000000'}, clicks: [], shows: '.result'},
  },
};
