import type {en} from '../../strings/en/lead-desk-detail.ts';
import type {Localize} from '../../strings/localize.ts';
import type {Deadline} from '../lead-desk.model.ts';
import type {Words} from '../lead-desk.words.ts';

/** The words of the open lead, as its parts receive them. */
export type DetailWords = Localize<typeof en>;

/** The deadline in a sentence: Respond by Fri 21 Nov, 14:00 · 3 hr left. */
export function toDeadlineSentence({kind, dueAt}: Deadline, now: number, words: DetailWords): string {
  const left = dueAt - now;
  const [when, span] = [words.date(dueAt, 'dayTime'), words.duration(left)];
  if (left <= 0) return words.term(kind === 'accept' ? 'respondOver' : 'closeOver', when, span);
  return words.term(kind === 'accept' ? 'respondBy' : 'closeBy', when, span);
}

/** A country's name in the reader's language. */
export function toCountryName(code: string, text: Words): string {
  try {
    return new Intl.DisplayNames(text.lang(), {type: 'region'}).of(code) ?? code;
  } catch {
    return code;
  }
}

/** A person's full name, or nothing. */
export function toPersonName({firstName, lastName}: {firstName: string | null; lastName: string | null}): string | undefined {
  return [firstName, lastName].filter(Boolean).join(' ') || undefined;
}
