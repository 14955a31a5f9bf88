import {wordOf} from '../base/standing-text.ts';
import {toSize} from '../base/upload/file-types.ts';
import type {PickedFile} from '../ui/file-picker/file-picker.ts';
import type {Text} from './challenges.view.ts';
import type {ProofFiles, ProofUpload} from './proof-files.ts';

/** Files of a proof as the picker lists them: what has arrived, then what is on its way. */
export function pickedFiles(text: Text, {kept, uploads}: ProofFiles): readonly PickedFile[] {
  const arrived = kept.map(({id, name, bytes}): PickedFile => ({id, name, size: toSize(bytes, text.lang()), status: text.term('up_ready'), tone: 'success', remove: text.term('removeFile', name)}));
  return [...arrived, ...uploads.map(upload => onItsWay(text, upload))];
}

function onItsWay(text: Text, {key, name, bytes, state, fault}: ProofUpload): PickedFile {
  const common = {id: key, name, size: toSize(bytes, text.lang()), remove: text.term('removeFile', name)};
  if (fault !== undefined) return {...common, status: wordOf(text, `fault_${fault}`) ?? text.term('fault_other'), tone: 'danger', ...(isPassing(fault) && {retry: text.term('retryFile', name)})};
  const part = state ? state.doneBytes / Math.max(1, bytes) : 0;
  if (state?.stage === 'scanning' || state?.stage === 'ready') return {...common, status: text.term(`up_${state.stage}`), tone: 'waiting'};
  const isWaiting = state?.stage === 'waiting';
  return {...common, status: isWaiting ? text.term('up_waiting') : text.term('up_sending', text.number(part, {style: 'percent'})), tone: isWaiting ? 'warning' : 'waiting', percent: Math.floor(part * 100)};
}

/** Whether it may go well another time. */
function isPassing(fault: string): boolean {
  return fault === 'hash_mismatch' || !['type', 'empty', 'many', 'type_mismatch', 'unreadable', 'too_large_inside', 'unsafe_content', 'infected', 'file_type_not_allowed', 'file_too_large'].includes(fault);
}
