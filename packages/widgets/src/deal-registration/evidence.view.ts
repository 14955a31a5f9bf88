import type {EvidenceFile} from '@portico/contract';
import {html, nothing} from 'lit';
import type {FileActEvent, FilesEvent} from '../ui/file-picker/file-picker.events.ts';
import type {PickedFile} from '../ui/file-picker/file-picker.ts';
import type {DealView, Text} from './deal-registration.view.ts';
import type {Upload} from './evidence-uploads.ts';
import {errorOf, labelOf} from './field.view.ts';

/** Choosing files, and how far each has come. */
export function evidenceView(view: DealView) {
  const {deal, text, disabled} = view;
  const {evidence} = deal;
  if (!evidence) return nothing;
  const {accept, bytes, files} = evidence.limits;
  const limits = text.term('fileLimits', megabytes(text, bytes), text.number(files));
  return html`${deal.step === 'asked' ? html`<span class="label wide">${labelOf(view, 'evidence')}</span>` : nothing}<portico-ui-file-picker
    class="wide"
    part="evidence"
    data-field="evidence"
    label=${labelOf(view, 'evidence')}
    choose=${text.term('chooseFiles')}
    drop=${text.term('dropFiles')}
    help=${`${text.term('evidenceWhy')} ${limits}`}
    accept=${accept}
    error=${errorOf(view, 'evidence')}
    ?disabled=${disabled}
    .files=${[...evidence.files.map(file => toPicked(text, file, deal.registration?.submittedAt ?? null)), ...evidence.uploads.map(upload => toRow(text, upload))]}
    @portico-ui-files=${(event: FilesEvent) => evidence.add(event.files)}
    @portico-ui-file-act=${(event: FileActEvent) => void act(view, event)}
  ></portico-ui-file-picker>`;
}

async function act({deal, portal, text}: DealView, {id, act}: FileActEvent) {
  const {evidence} = deal;
  const upload = evidence?.uploads.find(({key}) => key === id);
  const file = evidence?.files.find(each => each.id === id);
  try {
    if (upload && act === 'retry') evidence?.retry(upload);
    else if (upload) await evidence?.cancel(upload);
    else if (file) await evidence?.remove(file);
  } catch {
    portal?.notify({tone: 'danger', text: text.term('problem_other')});
  }
}

/** A file that the server has. What was submitted stays. */
function toPicked(text: Text, {id, fileName, sizeBytes, status, problem, createdAt}: EvidenceFile, submittedAt: string | null): PickedFile {
  const isFixed = submittedAt !== null && Date.parse(createdAt) <= Date.parse(submittedAt);
  const words = status === 'ready' ? text.term('file_ready') : status === 'uploading' ? text.term('file_broken') : wordFor(text, problem ?? 'other');
  return {
    id,
    name: fileName,
    size: megabytes(text, sizeBytes),
    status: words,
    tone: status === 'ready' ? 'success' : status === 'uploading' ? 'warning' : 'danger',
    ...(!isFixed && {remove: text.term('removeFile', fileName)}),
  };
}

function toRow(text: Text, {key, name, bytes, sent, state, reason}: Upload): PickedFile {
  const part = sent / bytes;
  const isOnItsWay = state === 'waiting' || state === 'sending' || state === 'stalled';
  return {
    id: key,
    name,
    size: megabytes(text, bytes),
    status: state === 'waiting' ? text.term('file_waiting') : state === 'sending' ? text.term('file_sending', text.number(part, {style: 'percent'})) : wordFor(text, reason ?? 'other'),
    tone: isOnItsWay ? 'waiting' : 'danger',
    remove: text.term(isOnItsWay ? 'cancelFile' : 'removeFile', name),
    ...(isOnItsWay && {percent: Math.round(part * 100)}),
    ...((state === 'failed' || state === 'stalled') && {retry: text.term('retryFile', name)}),
  };
}

function wordFor(text: Text, reason: string): string {
  return text.term(`file_${reason}` as 'file_other') ?? text.term('file_other');
}

function megabytes(text: Text, bytes: number): string {
  const unit = bytes < 1_000_000 ? 'kilobyte' : 'megabyte';
  return text.number(unit === 'kilobyte' ? Math.max(1, Math.round(bytes / 1000)) : bytes / 1_000_000, {style: 'unit', unit, maximumFractionDigits: 1});
}
