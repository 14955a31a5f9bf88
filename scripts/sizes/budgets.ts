/** A weight in kB of 1,000 bytes. */
export interface Weight {
  /** brotli 11 */
  readonly brotliKb: number;
  /** gzip 9 */
  readonly gzipKb: number;
}

/** What something should weigh, and what it may weigh at most. */
export interface Limits {
  readonly goal: Weight;
  /** The goal where that is met; else a little above the present figure, to be lowered with it. A test fails above it. */
  readonly ceiling: Weight;
}

/** One row of the table of sizes: what a page imports, and what it may weigh. */
export interface Budget extends Limits {
  readonly name: string;
  /** The module that a page would write; `@portico/…` names are the sources of this repository. */
  readonly code: string;
  /** The code of a row whose size is taken off: what is on the page already. */
  readonly besides?: string;
  /** The built package, bundled as somebody else's bundler would. */
  readonly npm?: boolean;
  /** A module that is left empty. */
  readonly without?: string;
  /** What it may weigh with all that it can ever load in English, dialogs, brand and receipts too, each chunk compressed by itself; a row of its own, beside the same goal. */
  readonly everything?: Weight;
}

const weight = (brotliKb: number, gzipKb: number): Weight => ({brotliKb, gzipKb});

const portal = "import '@portico/widgets/define/portal';";

const first = (...tags: string[]) => [portal, ...tags.map(tag => `import '@portico/widgets/define/${tag}';`)].join(' ');

/** A page whose first widget has all that comes along while the session is asked for: what is downloaded until there is something of the vendor's to see. */
const whole = (tags: readonly string[], parts: Readonly<Record<string, readonly string[]>>) =>
  [first(...tags), ...Object.entries(parts).map(([part, names]) => `import {${names.join()}} from './${tags[0]}/${part}.ts';`), `globalThis.kept = [${Object.values(parts).flat().join()}];`].join(' ');

/** What the inbox's list-part hands on: a bundle that imports the part itself holds code for both ways in. */
const inboxParts = {
  'inbox-in-use': ['InboxInUse'],
  'lead-row.styles': ['leadRowStyles'],
  '../ui/badge/badge': ['UiBadge'],
  '../ui/deadline-meter/deadline-meter': ['UiDeadlineMeter'],
  '../ui/field/field': ['UiField'],
  '../ui/menu/menu': ['UiMenu'],
  '../ui/windowed-list/windowed-list': ['UiWindowedList'],
  '../ui/windowed-list/windowed-list.styles': ['windowedListStyles'],
};

/** A page that shows the inbox. */
const withInbox = (...tags: string[]) => whole(['lead-inbox', ...tags], inboxParts);

/** A widget on a page that shows the lead inbox already; `tag` without `portico-`. */
const further = (tag: string, ceiling: Weight): Budget => ({
  name: `${tag}, after the inbox`,
  code: withInbox(tag),
  besides: withInbox(),
  goal: weight(9, 10),
  ceiling,
});

/** The budgets, each for a minified ES2022 bundle without the chunks that come later. */
export const budgets: readonly Budget[] = [
  // Without the names of the widgets' files, which the build writes into it.
  {name: 'the autoloader alone', code: "import {autoload} from './autoload/autoload.ts'; autoload('portico', 'now');", without: 'autoload/widgets.gen.ts', goal: weight(0.6, 0.7), ceiling: weight(0.6, 0.7)},
  {name: 'the portal alone', code: portal, goal: weight(18, 20), ceiling: weight(11.6, 12.8)},
  {
    name: 'shared base',
    code: `${portal} import {hostStyles, LiveQuery, Localize, PortalWidget, sharedStyles, uiStrings} from '@portico/widgets'; globalThis.kept = [hostStyles, LiveQuery, Localize, PortalWidget, sharedStyles, uiStrings];`,
    goal: weight(18, 20),
    ceiling: weight(16.3, 18),
  },
  {name: 'lead-inbox, first on the page', code: first('lead-inbox'), goal: weight(27, 30), ceiling: weight(27, 30), everything: weight(66.9, 75)},
  {name: 'lead-inbox, until its first lead', code: withInbox(), goal: weight(27, 30), ceiling: weight(34.2, 39)},
  {name: 'deal-registration, first on the page', code: first('deal-registration'), goal: weight(27, 30), ceiling: weight(22.1, 24.6), everything: weight(65.5, 74)},
  {name: 'deal-registration, until its first field', code: whole(['deal-registration'], {'form-part': ['formPart'], 'draft-parts': ['followPortal', 'inOrder', 'isOpenToChange', 'issuesOf', 'openForm', 'stepOf', 'stepsOf', 'submitDeal', 'termsToAccept', 'toFields', 'toIssues', 'valuesOf']}), goal: weight(27, 30), ceiling: weight(35.4, 40)},
  {name: 'collateral-library, first on the page', code: first('collateral-library'), goal: weight(26, 29), ceiling: weight(24.3, 26.9), everything: weight(83, 94)},
  {name: 'collateral-library, until its first piece', code: whole(['collateral-library'], {'grid-part': ['gridPart']}), goal: weight(26, 29), ceiling: weight(32.8, 36.8)},
  {name: 'leaderboard, first on the page', code: first('leaderboard'), goal: weight(23, 26), ceiling: weight(20.6, 22.9), everything: weight(50.8, 58)},
  {name: 'leaderboard, until its first row', code: whole(['leaderboard'], {'board-part': ['boardPart']}), goal: weight(23, 26), ceiling: weight(27.1, 30.2)},
  {name: 'those four on one page', code: first('lead-inbox', 'deal-registration', 'collateral-library', 'leaderboard'), goal: weight(46, 51), ceiling: weight(34.3, 39.3)},
  further('lead-desk', weight(8, 10)),
  further('collateral-library', weight(3.2, 3.7)),
  further('collateral-desk', weight(7.7, 10)),
  further('deal-list', weight(6.5, 9.3)),
  further('deal-registration', weight(4.2, 4.9)),
  further('deal-review', weight(7.4, 9.6)),
  {...further('deal-review', weight(11.5, 14.3)), name: 'deal-review, until its first deal, after the inbox', code: whole(['lead-inbox', 'deal-review'], {...inboxParts, '../deal-review/queue-part': ['queuePart']})},
  further('challenges', weight(5.9, 7)),
  further('leaderboard', weight(2.4, 2.9)),
  further('points-ledger', weight(5.2, 6.1)),
  further('program-desk', weight(6.6, 8)),
  further('tier-progress', weight(5, 5.9)),
  // On public pages, beside nothing else.
  {name: 'collateral, alone on the page', code: "import '@portico/widgets/define/collateral';", goal: weight(4, 4.6), ceiling: weight(3.7, 4.2)},
  {
    name: 'client, one call, from npm',
    code: "import {createClient} from '@portico/client'; createClient({apiUrl: '/', fetchSession: async () => ''}).me.get();",
    npm: true,
    goal: weight(10, 11),
    ceiling: weight(4.4, 4.9),
  },
];

/** One row of what a page downloads by the one tag, each file compressed by itself. */
export interface CdnBudget extends Limits {
  readonly name: string;
  /** What is on the page besides the script; no widget for the script alone. */
  readonly widgets: readonly string[];
}

/** The budgets of the one tag: the script itself, and the files that come with it before the first view. */
export const cdnBudgets: readonly CdnBudget[] = [
  // It grows by some bytes with every widget that there is: the names of its files.
  {name: 'portico.js: queue and autoloader', widgets: [], goal: weight(1.2, 1.4), ceiling: weight(1.05, 1.2)},
  {name: 'the one tag and lead-inbox', widgets: ['portal', 'lead-inbox'], goal: weight(28.2, 31.4), ceiling: weight(44.8, 50.2)},
];

/** What a widget's first view loads in another language than English, in the largest of them. */
export const wordsLimits: Limits = {goal: weight(1.5, 1.7), ceiling: weight(1.5, 1.7)};

/** A file of words in one language, of any view. */
export const wordsFileLimits: Limits = {goal: weight(1.5, 1.7), ceiling: weight(1.5, 1.7)};

/** English words of later views, which come with what says them, and the names of the files of all other languages. No goal speaks of them. */
export const englishLimits: Limits = {goal: weight(2.8, 3.3), ceiling: weight(2.8, 3.3)};

/** No file of a CDN is larger than what Salesforce takes as a module, in kB before compression. */
export const fileLimitKb = 128;
