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
  /** Bundled as somebody else's bundler would, without what only our own build does. */
  readonly npm?: boolean;
}

const weight = (brotliKb: number, gzipKb: number): Weight => ({brotliKb, gzipKb});

const portal = "import '@portico/widgets/define/portal';";
const inbox = `${portal} import '@portico/widgets/define/lead-inbox';`;

/** A widget on a page that has the lead inbox already; `tag` without `portico-`. */
const further = (tag: string, ceiling: Weight): Budget => ({
  name: `${tag}, after the inbox`,
  code: `${inbox} import '@portico/widgets/define/${tag}';`,
  besides: inbox,
  goal: weight(9, 10),
  ceiling,
});

/** The budgets, each for a minified ES2022 bundle without the chunks that come later. */
export const budgets: readonly Budget[] = [
  {name: 'the portal alone', code: portal, goal: weight(18, 20), ceiling: weight(19, 21.3)},
  {
    name: 'shared base',
    code: `${portal} import {hostStyles, LiveQuery, Localize, PortalWidget, sharedStyles, uiStrings} from '@portico/widgets'; globalThis.kept = [hostStyles, LiveQuery, Localize, PortalWidget, sharedStyles, uiStrings];`,
    goal: weight(18, 20),
    ceiling: weight(24.2, 27.1),
  },
  {name: 'lead-inbox, first on the page', code: inbox, goal: weight(27, 30), ceiling: weight(44.9, 51.3)},
  further('lead-desk', weight(10.6, 14)),
  {name: 'deal-registration, first on the page', code: `${portal} import '@portico/widgets/define/deal-registration';`, goal: weight(27, 30), ceiling: weight(39.2, 44.7)},
  {name: 'collateral-library, first on the page', code: `${portal} import '@portico/widgets/define/collateral-library';`, goal: weight(26, 29), ceiling: weight(40.8, 46.2)},
  further('collateral-library', weight(9, 12.3)),
  further('collateral-desk', weight(10, 12.4)),
  further('deal-list', weight(9, 12.8)),
  further('deal-registration', weight(11.1, 13.9)),
  further('deal-review', weight(11, 14.6)),
  further('challenges', weight(9, 10)),
  further('leaderboard', weight(9, 10)),
  further('points-ledger', weight(9, 10)),
  further('program-desk', weight(9, 10)),
  further('tier-progress', weight(9, 10)),
  // On public pages, beside nothing else.
  {name: 'collateral, alone on the page', code: "import '@portico/widgets/define/collateral';", goal: weight(4, 4.6), ceiling: weight(4, 4.6)},
  {
    name: 'client, one call, from npm',
    code: "import {createClient} from '@portico/client'; createClient({apiUrl: '/', fetchSession: async () => ''}).me.get();",
    npm: true,
    goal: weight(10, 11),
    // The table of routes has those of the library and of points, levels and boards in it.
    ceiling: weight(11.6, 12.9),
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
  // It grows by 25 bytes with every widget that there is: the name and hash of its file.
  {name: 'portico.js: queue and autoloader', widgets: [], goal: weight(1.2, 1.4), ceiling: weight(1.6, 1.8)},
  {name: 'the one tag and lead-inbox', widgets: ['portal', 'lead-inbox'], goal: weight(28.2, 31.4), ceiling: weight(52.5, 60)},
];

/** A file of words in one language is a chunk of its own; English comes with the names of the other eleven. */
export const wordsLimits: Limits = {goal: weight(1.5, 1.7), ceiling: weight(2.9, 3.4)};

/** No file of a CDN is larger than what Salesforce takes as a module, in kB before compression. */
export const fileLimitKb = 128;
