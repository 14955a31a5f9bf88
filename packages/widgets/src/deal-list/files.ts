import {ApiError, toJson, type Client} from '@portico/client';
import type {DealExport, EvidenceFile, Receipt} from '@portico/contract';
import type {DealsView} from './deal-list.view.ts';
import {explain} from './deal-text.ts';

/** Hands bytes or text to the browser as a file to keep. */
function keepFile(name: string, parts: BlobPart[], type: string) {
  const url = URL.createObjectURL(new Blob(parts, {type}));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has begun to read it when the task is over.
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

const pollMs = 1000;

/** Waits until a long export is done and hands over its parts, in order. @throws ApiError `deal_export_not_found` when it could not be done. */
async function partsOf({dealImports}: Client, {id, ...made}: DealExport): Promise<string[]> {
  let {status, parts} = made;
  while (status === 'running') {
    await new Promise(resolve => setTimeout(resolve, pollMs));
    ({status, parts} = await dealImports.getExport({id}));
  }
  const texts: string[] = [];
  // One that failed has no parts, and the server says so.
  do texts.push((await dealImports.getExportPart({id, index: texts.length})).csv);
  while (texts.length < parts);
  return texts;
}

/** Writes the deals that the reader may see as CSV. */
export async function exportCsv({portal, text}: DealsView): Promise<void> {
  if (!portal) return;
  try {
    const made = await portal.client.dealImports.export({format: 'spreadsheet'});
    keepFile(made.fileName, made.csv === null ? await partsOf(portal.client, made) : [made.csv], 'text/csv;charset=utf-8');
    portal.notify({tone: 'success', text: text.term('exported', text.number(made.total))});
  } catch (error) {
    portal.notify({tone: 'danger', text: explain(text, error)});
  }
}

/** Fetches a file, checks it against its hash and hands it over. */
export async function keepEvidence({portal, text}: DealsView, {id}: EvidenceFile): Promise<void> {
  if (!portal) return;
  try {
    const {downloadEvidence} = await import('@portico/client/evidence-upload');
    const file = await downloadEvidence(portal.client, {id});
    keepFile(file.name, [file], file.type);
  } catch (error) {
    portal.notify({tone: 'danger', text: explain(text, error)});
  }
}

/** Hands a receipt over as JSON, to be kept and checked without the server. */
export function keepReceipt(receipt: Receipt): void {
  keepFile(`${receipt.statement.number}-${receipt.statement.sequence}.receipt.json`, [`${toJson(receipt)}\n`], 'application/json');
}

/** Checks a receipt on this device: signature, content, and whether the key is the vendor's. */
export async function checkReceipt(view: DealsView, receipt: Receipt): Promise<void> {
  const {checks, portal, text, update} = view;
  if (!portal) return;
  checks.set(receipt.id, 'checking');
  update();
  try {
    const {receipts} = portal.client;
    const {keys} = await receipts.keys();
    const {findings} = await receipts.verify(receipt, {keys});
    checks.set(receipt.id, {findings: findings.map(({code}) => code)});
  } catch (error) {
    // Without the vendor's keys nothing was checked; without the browser's cryptography nothing can be.
    if (error instanceof ApiError) {
      checks.delete(receipt.id);
      portal.notify({tone: 'danger', text: explain(text, error)});
    } else checks.set(receipt.id, 'unchecked');
  }
  update();
}
