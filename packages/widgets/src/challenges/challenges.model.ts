import type {Challenge} from '@portico/contract';

/** Where a challenge stands for the reader. */
export type ChallengeGroup = 'running' | 'upcoming' | 'done';

/** What the reader can do about a challenge now. */
export type ChallengeStep = 'join' | 'submit' | 'continue' | 'resend' | 'recall' | null;

/** Over, or won for good: done. */
export function groupOf({phase, period, own}: Challenge): ChallengeGroup {
  if (phase === 'over' || (own?.isWon && period === 'once')) return 'done';
  return phase === 'upcoming' ? 'upcoming' : 'running';
}

/** The next step, if there is one; counting goes by itself. */
export function stepOf({type, phase, window, own, winnersLeft}: Challenge, now: number): ChallengeStep {
  if (phase !== 'running' || !own) return null;
  const status = own.entry?.status;
  const isOpen = window.kind === 'absolute' || window.joinBy === null || now < Date.parse(window.joinBy);
  if (own.span === null) return isOpen && winnersLeft !== 0 ? 'join' : null;
  if (type === 'performance' || (window.kind === 'relative' && Date.parse(own.span.until) <= now)) return null;
  if (status === undefined) return winnersLeft === 0 ? null : 'submit';
  return status === 'draft' ? 'continue' : status === 'rejected' ? 'resend' : status === 'submitted' ? 'recall' : null;
}

const urgency: Readonly<Record<string, number>> = {resend: 0, continue: 1, submit: 2, join: 3};

/** What waits for the reader first, then what ends first; what has ended, the latest first. */
export function inGroup(challenges: readonly Challenge[], group: ChallengeGroup, now: number): Challenge[] {
  const rank = (challenge: Challenge) => (group === 'running' ? (urgency[stepOf(challenge, now) ?? ''] ?? (challenge.own?.isWon ? 5 : 4)) : 0);
  const end = (challenge: Challenge) => Date.parse(endOf(challenge) ?? '9999-01-01');
  const later = group === 'done' ? -1 : 1;
  return challenges.filter(each => groupOf(each) === group).toSorted((a, b) => rank(a) - rank(b) || later * (end(a) - end(b)));
}

/** When it ends for the reader; `null` while that is open. */
export function endOf({own, window, endedAt, status}: Challenge): string | null {
  if (status !== 'published' && endedAt !== null) return endedAt;
  return own?.span?.until ?? (window.kind === 'absolute' ? window.endsAt : window.joinBy);
}
