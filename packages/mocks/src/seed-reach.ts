import type {AssetEventKind, PrintOrder} from '@portico/contract';
import {partnerOrgExamples, personExamples} from '@portico/contract/examples';
import type {Library} from './library.ts';
import {idAt} from './random.ts';

/** What was done with the first pieces of material in the last weeks: kind, piece, version of it, days ago, and by whom (`visitor` without a name). */
const done: readonly (readonly [kind: AssetEventKind, asset: number, version: number | null, by: 'jonas' | 'aino' | 'priya' | 'visitor', days: readonly number[], campaign?: string])[] = [
  ['view', 0, 1, 'jonas', [1, 2, 2, 5, 9, 12, 19, 26]],
  ['view', 0, 1, 'aino', [1, 3, 8, 8, 15, 22]],
  ['download', 0, 1, 'jonas', [2, 40]],
  ['download', 0, 0, 'aino', [50]],
  ['share', 0, null, 'aino', [8], 'paper-2026'],
  ['link_open', 0, 1, 'visitor', [1, 3, 4, 6, 7], 'paper-2026'],
  ['download', 0, 1, 'visitor', [4], 'paper-2026'],
  ['print_order', 0, null, 'jonas', [3, 6]],
  ['view', 6, 2, 'jonas', [1, 6, 11, 13]],
  ['download', 6, 2, 'jonas', [11]],
  ['cobrand', 6, 2, 'jonas', [10]],
  ['view', 13, 0, 'aino', [9, 9, 16]],
  ['download', 13, 0, 'aino', [9]],
  ['view', 2, 0, 'priya', [5]],
  ['embed_view', 13, null, 'visitor', [2, 3, 4, 5, 6, 9, 10, 11], 'website'],
  ['enquiry', 13, null, 'visitor', [5], 'website'],
];

/** Orders of copies on paper, of the first piece: one that the stock is enough for, one that it is not, and some that are further. */
const ordered: readonly (Pick<PrintOrder, 'status' | 'quantity'> & {readonly days: number} & Partial<PrintOrder>)[] = [
  {status: 'requested', quantity: 40, days: 1, note: 'For the open house in May.'},
  {status: 'requested', quantity: 150, days: 3, campaign: 'paper-2026', costCentre: 'MKT-4711'},
  {status: 'picked', quantity: 60, days: 6},
  {status: 'shipped', quantity: 80, days: 9, tracking: {carrier: 'DHL', number: '00340434161094000000', url: 'https://www.dhl.de/sendung'}},
  {status: 'backordered', quantity: 400, days: 14, reason: 'A new edition is being printed.'},
  {status: 'delivered', quantity: 25, days: 30, tracking: {carrier: 'DHL', number: '00340434161094000001', url: null}},
];

/** What was done with material, and what was ordered of it on paper. */
export function addReach(library: Library, before: (days: number) => string): void {
  const {aino, jonas, priya} = personExamples;
  const {lumen, bergmann} = partnerOrgExamples;
  const people = {aino: [aino.id, lumen.id], jonas: [jonas.id, bergmann.id], priya: [priya.id, null], visitor: [null, lumen.id]} as const;
  let events = 0;
  for (const [kind, asset, version, by, days, campaign = null] of done) {
    const [personId, partnerOrgId] = people[by];
    const versionId = version === null ? null : idAt('assetVersion', asset * 10 + version);
    if (!library.assets.get(idAt('asset', asset)) || (versionId !== null && !library.versions.get(versionId))) continue;
    for (const day of days) library.events.set({id: idAt('assetEvent', events++), kind, at: before(day + (events % 7) / 10), assetId: idAt('asset', asset), versionId, partnerOrgId, personId, campaign, shareLinkId: null, collateralEmbedId: null, pageOrigin: null, leadId: null});
  }
  const shipTo = {name: jonas.name, company: bergmann.name, street: 'Industriestraße 14', postalCode: '70565', city: 'Stuttgart', region: null, country: 'DE', phone: null};
  for (const [at, {days, ...order}] of ordered.entries()) {
    const isTaken = ['approved', 'picked', 'shipped', 'delivered'].includes(order.status);
    const isSent = order.status === 'shipped' || order.status === 'delivered';
    library.printOrders.set({
      id: idAt('printOrder', at), assetId: idAt('asset', 0), partnerOrgId: bergmann.id, requestedBy: {id: jonas.id, name: jonas.name}, language: null, shipTo, note: null, costCentre: null, campaign: null, tracking: null, reason: null,
      approvedAt: isTaken ? before(days - 0.5) : null, shippedAt: isSent ? before(days - 1) : null, deliveredAt: order.status === 'delivered' ? before(days - 4) : null,
      taken: isTaken ? order.quantity : 0, version: 2, createdAt: before(days), updatedAt: before(days - 0.5), ...order,
    });
  }
}
