/**
 * Writes docs/protection-by-working.md: what protection that has to be kept by working does to the opportunities of the public "CRM Sales Opportunities" data.
 *
 *     node --conditions=portico-source scripts/simulate/protection-page.ts <folder that holds crm-sales-opportunities>
 */
import {readFileSync} from 'node:fs';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {simulate, type Opportunity, type Outcome, type Rule} from './protection.ts';

const dayMs = 86_400_000;

/** The opportunities with a customer and a day on which they engaged. Nothing in the files is quoted. */
function readOpportunities(folder: string): Opportunity[] {
  const rowsOf = (name: string) => readFileSync(join(folder, name), 'utf8').trim().split(/\r?\n/).slice(1).map(line => line.split(','));
  const managers = new Map(rowsOf('sales_teams.csv').map(([agent = '', manager = '']) => [agent, manager]));
  return rowsOf('sales_pipeline.csv').flatMap(([, agent = '', product = '', account = '', stage = '', engaged = '', closed = '']): Opportunity[] => {
    const engagedOn = toDay(engaged);
    if (account === '' || engagedOn === null) return [];
    return [{partner: managers.get(agent) ?? agent, account, product: product === 'GTXPro' ? 'GTX Pro' : product, engaged: engagedOn, closed: toDay(closed), outcome: stage === 'Won' ? 'won' : stage === 'Lost' ? 'lost' : 'open'}];
  });
}

function toDay(text: string): number | null {
  const [month = 0, day = 0, year = 0] = text.split('/').map(Number);
  return text === '' ? null : Date.UTC(year, month - 1, day) / dayMs;
}

const rules: readonly (readonly [string, Rule])[] = [
  ['plain 90 days', {protectionDays: 90, progressWindowDays: null}],
  ['90 days, progress every 45', {protectionDays: 90, progressWindowDays: 45}],
  ['90 days, progress every 30', {protectionDays: 90, progressWindowDays: 30}],
  ['90 days, progress every 14', {protectionDays: 90, progressWindowDays: 14}],
  ['progress every 45, no other end', {protectionDays: null, progressWindowDays: 45}],
  ['progress every 30, no other end', {protectionDays: null, progressWindowDays: 30}],
];

const number = (value: number) => value.toLocaleString('en');
const percent = (part: number, whole: number) => `${whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10} %`;
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

function tableOf(outcomes: readonly (readonly [string, Outcome])[]): string {
  const measures: readonly (readonly [string, (outcome: Outcome) => string])[] = [
    ['protected at once', ({protectedAtOnce}) => number(protectedAtOnce)],
    ['waited behind another partner', ({queued}) => number(queued)],
    ['of these moved up before their own end', ({movedUp, queued}) => `${number(movedUp)} (${percent(movedUp, queued)})`],
    ['days they waited, median', ({medianWait}) => number(medianWait)],
    ['protections ended by the clock', ({endedByClock: {won, lost, open}}) => number(won + lost + open)],
    ['– of deals won later', ({endedByClock}) => number(endedByClock.won)],
    ['– of deals lost later', ({endedByClock}) => number(endedByClock.lost)],
    ['– of deals never closed', ({endedByClock}) => number(endedByClock.open)],
    ['ended less than 30 days after progress', ({endedAtWork}) => number(endedAtWork)],
    ['days of protection', ({daysProtected}) => number(daysProtected)],
    ['– of them without progress for more than 30 days', ({daysIdle, daysProtected}) => `${number(daysIdle)} (${percent(daysIdle, daysProtected)})`],
    ['held on the last day', ({heldAtEnd}) => number(heldAtEnd)],
    ['– of them without progress for more than 30 days', ({hoardedAtEnd}) => number(hoardedAtEnd)],
  ];
  return [row(['', ...outcomes.map(([name]) => name)]), row(['---', ...outcomes.map(() => '---:')]), ...measures.map(([name, of]) => row([name, ...outcomes.map(([, outcome]) => of(outcome))]))].join('\n');
}

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Say the folder that holds crm-sales-opportunities.');
const opportunities = readOpportunities(join(folder, 'crm-sales-opportunities'));
const lastDay = Math.max(...opportunities.flatMap(({engaged, closed}) => [engaged, closed ?? 0]));
const outcomes = rules.map(([name, rule]) => [name, simulate(opportunities, rule, lastDay)] as const);
const of = (name: string): Outcome => {
  const found = outcomes.find(([known]) => known === name);
  if (!found) throw new Error(`There is no rule “${name}”.`);
  return found[1];
};
const [plain, working, free] = [of('plain 90 days'), of('90 days, progress every 30'), of('progress every 30, no other end')];
const ended = ({endedByClock: {won, lost, open}}: Outcome) => won + lost + open;

const page = `# Protection kept by working

A programme may ask for progress: \`dealPolicy.progressWindowDays\` ends a protection when its partner has shown none for that long. Who hoards loses, who works keeps. This page shows what the rule
would have done to real deals, against protection that simply lasts 90 days.

## What was replayed

The public "CRM Sales Opportunities" data: ${number(opportunities.length)} opportunities with a customer and a day on which they engaged, from ${dayText(Math.min(...opportunities.map(({engaged}) => engaged)))} to ${dayText(lastDay)}. Each is
taken as a registration that was approved on the day it engaged; the sales person's manager is the partner, so ${new Set(opportunities.map(({partner}) => partner)).size} partners meet at ${new Set(opportunities.map(({account}) => account)).size} customers with ${new Set(opportunities.map(({product}) => product)).size} products, far
more often than partners of a real programme do. The conflict rule is the product's: one partner at a time for a customer and product; who comes second waits, and moves up when the first has closed
or lost its protection.

The data knows no calls and no meetings. As progress counts what it does know: that the partner engaged or closed any opportunity with the same customer. A partner's real evidence is richer, so the
figures show the direction, not the size.

## What came of it

${tableOf(outcomes)}

## What that says

- Plain 90 days ends ${number(ended(plain))} protections, ${number(plain.endedAtWork)} of them (${percent(plain.endedAtWork, ended(plain))}) while their partner was at work with the customer; ${number(plain.endedByClock.won)} of those deals were won later.
- With progress asked for every 30 days instead of a fixed end, ${number(ended(free))} end, ${number(free.endedAtWork)} of them while there is work: who shows progress keeps the customer for as long as it takes.
- Days of protection without progress for more than 30 days fall from ${percent(plain.daysIdle, plain.daysProtected)} to ${percent(working.daysIdle, working.daysProtected)} when the 90 days stay and progress every 30 is asked for as well.
- Those who wait move up ${percent(working.movedUp, working.queued)} of the time instead of ${percent(plain.movedUp, plain.queued)}, after ${working.medianWait} days instead of ${plain.medianWait} in the middle.
- A short window is hard on slow deals: of the ${number(ended(of('90 days, progress every 14')))} protections that end with progress every 14 days, ${number(of('90 days, progress every 14').endedByClock.won)} belonged to deals that were won later. Choose the window by how often partners talk to a customer, and let reminders go out
  before it ends (\`expiryReminderDays\`).

## Make it again

\`\`\`sh
node --conditions=portico-source scripts/simulate/protection-page.ts <folder that holds crm-sales-opportunities>
\`\`\`

The rule itself is in \`scripts/simulate/protection.ts\`, its test in \`test/bench/\`.
`;

function dayText(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

await writeFile(join(import.meta.dirname, '../../docs/protection-by-working.md'), page);
console.log(tableOf(outcomes));
