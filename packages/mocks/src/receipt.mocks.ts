import type {Api, PageLinks, Receipt} from '@portico/contract';
import {findDeal} from './deal-access.ts';
import type {MockHandlers} from './handlers.ts';
import {pageOf, type Order} from './paging.ts';
import type {ReceiptChain} from './receipt-chain.ts';

interface Place {
  id: string;
  sequence: number;
}

const firstFirst: Order<Place> = {keyOf: ({sequence}) => sequence, ids: 'up'};
const lastFirst: Order<Place> = {keyOf: ({sequence}) => -sequence, ids: 'down'};

export const receiptMocks: MockHandlers<Api['receipts']> = {
  list(input, scope) {
    const {id} = findDeal(scope, input.dealRegistrationId);
    const {receipts} = scope.store;
    return read(receipts, pageOf(receipts.placesOf(id).map(toPlace), lastFirst, input, input));
  },
  async chain(input, {store: {receipts}}) {
    const {items, page} = await read(receipts, pageOf(Array.from({length: receipts.length}, (_, index) => toPlace(index + 1)), firstFirst, input, input));
    return {items: items.map(({statement, signature, key}) => ({statement, signature, key})), page};
  },
  keys: async (_, {store}) => ({keys: [await store.receipts.key()]}),
};

function toPlace(sequence: number): Place {
  return {id: String(sequence), sequence};
}

async function read(receipts: ReceiptChain, {items, page}: {items: Place[]; page: PageLinks}): Promise<{items: Receipt[]; page: PageLinks}> {
  return {items: await Promise.all(items.map(({sequence}) => receipts.at(sequence))), page};
}
