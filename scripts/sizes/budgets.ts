/** One row of the table of sizes: what a page imports, and what it may weigh. */
export interface Budget {
  readonly name: string;
  /** The module that a page would write; `@portico/…` names are the sources of this repository. */
  readonly code: string;
  /** The code of a row whose size is taken off: what is on the page already. */
  readonly besides?: string;
  /** At most, in kB (1,000 bytes) of brotli 11 and of gzip 9. */
  readonly brotliKb: number;
  readonly gzipKb: number;
}

const portal = "import '@portico/widgets/define/portal';";
const inbox = `${portal} import '@portico/widgets/define/lead-inbox';`;
const desk = `${inbox} import '@portico/widgets/define/lead-desk';`;

/** The budgets, each for a minified ES2022 bundle without its lazy chunks. */
export const budgets: readonly Budget[] = [
  {name: 'shared base (the portal alone)', code: portal, brotliKb: 18, gzipKb: 20},
  {name: 'lead inbox, first on the page', code: inbox, brotliKb: 27, gzipKb: 30},
  {name: 'lead desk, after the inbox', code: desk, besides: inbox, brotliKb: 9, gzipKb: 10},
  {name: 'client, for calls from npm', code: "import {createClient} from '@portico/client'; createClient({apiUrl: '/'});", brotliKb: 10, gzipKb: 11},
];

/** A locale is a chunk of its own. */
export const localeBudget = {brotliKb: 1.5, gzipKb: 1.7};

/** No file of a CDN may be larger than what Salesforce takes as a module, in kB before compression. */
export const fileBudgetKb = 128;
