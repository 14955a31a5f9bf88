import {toJson} from '@portico/client';
import type {EvidenceFile, Receipt} from '@portico/contract';
import type {DealsView} from './deal-list.view.ts';
import {explain} from './deal-text.ts';

/** Hands bytes or text to the browser as a file to keep. */
function keepFile(name: string, content: BlobPart, type: string) {
  const url = URL.createObjectURL(new Blob([content], {type}));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has begun to read it when the task is over.
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

/** Writes the deals that the reader may see as CSV. */
export async function exportCsv({portal, text}: DealsView): Promise<void> {
  if (!portal) return;
  try {
    const {fileName, csv, rows} = await portal.client.dealImports.export({format: 'spreadsheet'});
    keepFile(fileName, csv, 'text/csv;charset=utf-8');
    portal.notify({tone: 'success', text: text.term('exported', text.number(rows))});
  } catch (error) {
    portal.notify({tone: 'danger', text: explain(text, error)});
  }
}

/** Fetches a file part by part and hands it over. */
export async function keepEvidence({portal, text}: DealsView, {id, fileName, mediaType}: EvidenceFile): Promise<void> {
  if (!portal) return;
  try {
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let all = 1;
    for (let index = 0; index < all; index++) {
      const part = await portal.client.evidenceFiles.getPart({id, index});
      all = part.parts;
      parts.push(Uint8Array.from(atob(part.base64), character => character.charCodeAt(0)));
    }
    keepFile(fileName, await new Blob(parts).arrayBuffer(), mediaType);
  } catch (error) {
    portal.notify({tone: 'danger', text: explain(text, error)});
  }
}

/** Hands a receipt over as JSON, to be kept and checked without the server. */
export function keepReceipt(receipt: Receipt): void {
  keepFile(`${receipt.statement.number}-${receipt.statement.sequence}.receipt.json`, `${toJson(receipt)}\n`, 'application/json');
}

/** Checks a receipt on this device: signature, content, and whether the key is the vendor's. */
export async function checkReceipt(view: DealsView, receipt: Receipt): Promise<void> {
  const {checks, portal, update} = view;
  if (!portal) return;
  checks.set(receipt.id, 'checking');
  update();
  try {
    const [{verifyReceipt}, {keys}] = await Promise.all([import('@portico/contract/receipt-proof'), portal.client.receipts.keys()]);
    const {findings} = await verifyReceipt(receipt, {keys});
    checks.set(receipt.id, {findings: findings.map(({code}) => code)});
  } catch {
    checks.set(receipt.id, 'unchecked');
  }
  update();
}
