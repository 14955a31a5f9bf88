import {evidencePartBytes, type Api, type EvidenceFile} from '@portico/contract';
import {sha256Hex} from '@portico/contract/receipt-proof';
import {findDeal, isActor, mayReadDeal} from './deal-access.ts';
import type {DealRow} from './deal-rows.ts';
import {evidenceOf} from './deal-views.ts';
import type {MockHandlers, Scope} from './handlers.ts';
import {problem} from './problem.ts';

const most = 20;

export const evidenceFileMocks: MockHandlers<Api['evidenceFiles']> = {
  create({dealRegistrationId, fileName, mediaType, sizeBytes}, scope) {
    const {store} = scope;
    const deal = findDeal(scope, dealRegistrationId);
    refuseReadOnly(scope, deal);
    if (evidenceOf(store, deal.id).length >= most) throw problem('evidence_too_many');
    const file = store.data.evidence.set({id: store.newId('evidenceFile'), dealRegistrationId: deal.id, fileName, mediaType, sizeBytes, receivedBytes: 0, status: 'uploading', problem: null, isWithheld: false, sha256: null, createdAt: store.now()});
    store.evidenceParts.set(file.id, new Map());
    store.change('deal_registration', deal.id);
    return file;
  },
  get: ({id}, scope) => findFile(scope, id),
  putPart({id, index, base64}, scope) {
    const {store} = scope;
    const file = findFile(scope, id);
    refuseReadOnly(scope, findDeal(scope, file.dealRegistrationId));
    if (file.status !== 'uploading') throw problem('evidence_complete');
    if (index >= partsOf(file) || bytesOf(base64).length !== partSize(file, index)) throw problem('evidence_part_wrong');
    const parts = (store.evidenceParts.get(id) ?? new Map<number, string>()).set(index, base64);
    store.evidenceParts.set(id, parts);
    return store.data.evidence.set({...file, receivedBytes: arrived(file, parts)});
  },
  async complete({id, sha256}, scope) {
    const {store} = scope;
    const file = findFile(scope, id);
    if (file.status !== 'uploading') return file;
    const parts = store.evidenceParts.get(id) ?? new Map<number, string>();
    if (arrived(file, parts) < file.sizeBytes) throw problem('evidence_incomplete');
    const bytes = new Uint8Array(file.sizeBytes);
    for (const [index, base64] of parts) bytes.set(bytesOf(base64), index * evidencePartBytes);
    const hash = await sha256Hex(bytes);
    const wrong = !fits(file, bytes) ? 'type_mismatch' : sha256 !== undefined && sha256 !== hash ? 'hash_mismatch' : null;
    const done = store.data.evidence.set(wrong ? {...file, status: 'rejected', problem: wrong} : {...file, status: 'ready', sha256: hash});
    store.change('deal_registration', file.dealRegistrationId);
    return done;
  },
  getPart({id, index}, scope) {
    const file = findFile(scope, id);
    if (file.status !== 'ready') throw problem('evidence_incomplete');
    const base64 = index < partsOf(file) ? (scope.store.evidenceParts.get(id)?.get(index) ?? madeUp(file, index)) : undefined;
    if (base64 === undefined) throw problem('evidence_file_not_found');
    return {index, parts: partsOf(file), base64};
  },
  delete({id}, scope) {
    const {store} = scope;
    const file = findFile(scope, id);
    refuseReadOnly(scope, findDeal(scope, file.dealRegistrationId), file);
    store.data.evidence.delete(id);
    store.evidenceParts.delete(id);
    store.change('deal_registration', file.dealRegistrationId);
    return undefined;
  },
};

function findFile({store, viewer}: Scope, id: string): EvidenceFile {
  const file = store.data.evidence.get(id);
  const deal = file && store.data.deals.get(file.dealRegistrationId);
  if (!file || !deal || !mayReadDeal(store, viewer, deal)) throw problem('evidence_file_not_found');
  return file;
}

/** Files come and go with a draft, or when a reviewer asked for evidence; what was submitted stays. */
function refuseReadOnly({viewer}: Scope, deal: DealRow, file?: EvidenceFile): void {
  const isAsked = deal.status === 'action_required' && (deal.infoRequest?.fields.includes('evidence') ?? false);
  const wasSubmitted = file !== undefined && deal.submittedAt !== null && Date.parse(file.createdAt) <= Date.parse(deal.submittedAt);
  if (!isActor(viewer, deal) || (deal.status !== 'draft' && !isAsked) || wasSubmitted) throw problem('deal_field_read_only', {errors: [{pointer: '/evidence', code: 'read_only', message: 'Files cannot be changed now.'}]});
}

function partsOf({sizeBytes}: EvidenceFile): number {
  return Math.ceil(sizeBytes / evidencePartBytes);
}

function partSize(file: EvidenceFile, index: number): number {
  return index === partsOf(file) - 1 ? file.sizeBytes - index * evidencePartBytes : evidencePartBytes;
}

/** Bytes that have arrived, in order from the start. */
function arrived(file: EvidenceFile, parts: ReadonlyMap<number, string>): number {
  let index = 0;
  let bytes = 0;
  for (; parts.has(index); index++) bytes += partSize(file, index);
  return bytes;
}

/** A file from the start has only its size; its bytes are blanks. */
function madeUp(file: EvidenceFile, index: number): string {
  return btoa(' '.repeat(partSize(file, index)));
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), char => char.charCodeAt(0));
}

const beginnings: Partial<Record<EvidenceFile['mediaType'], readonly number[]>> = {
  'application/pdf': [0x25, 0x50, 0x44, 0x46],
  'image/png': [0x89, 0x50, 0x4e, 0x47],
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/webp': [0x52, 0x49, 0x46, 0x46],
  'text/csv': [],
};

/** Whether the content begins as its type says; what is left of the list are zip files. */
function fits({mediaType}: EvidenceFile, bytes: Uint8Array): boolean {
  return (beginnings[mediaType] ?? [0x50, 0x4b]).every((byte, index) => bytes[index] === byte);
}
