import {challengeEntryCan, type Api, type ChallengeEntry, type ChallengeEntryEvent, type ChallengeEntryStatus} from '@portico/contract';
import {isOpen, phaseOf, spanAt} from '@portico/contract/challenge-rules';
import type {Selectable} from 'kysely';
import type {LibraryFiles} from '../asset-flow/library-files.ts';
import {findChallengeRow, lockChallenge} from '../challenge/challenge.queries.ts';
import {countWinners, insertEntry, toCounting, updateEntry, type EntryRow} from '../challenge-flow/running.queries.ts';
import {takeWinBack, win} from '../challenge-flow/win.ts';
import type {Change} from '../changes/record-change.ts';
import {recordChanges} from '../changes/record-changes.ts';
import {nowText} from '../context.ts';
import type {ChallengeTable} from '../database/challenge-tables.ts';
import {elevated} from '../database/elevate.ts';
import type {Scope} from '../database/scope.ts';
import type {Handlers} from '../handlers.ts';
import {shareRules, takeEventNumbers} from '../points-flow/partner-events.queries.ts';
import {expectVersion, problem} from '../problem.ts';
import {findEntry, findStrangeFiles, hasReadyFiles, listEntries, lockEntry, writeFiles} from './challenge-entry.queries.ts';

type Held = Selectable<ChallengeTable>;
type Columns = Parameters<typeof updateEntry>[2];

/** @param files - Where proofs are kept. */
export function challengeEntryHandlers(files: LibraryFiles): Handlers<Api['challengeEntries']> {
  const read = async (scope: Scope, id: string): Promise<ChallengeEntry> => {
    const entry = await findEntry(scope, files, id);
    if (!entry) throw problem('challenge_entry_not_found');
    return entry;
  };

  /** Lets something happen to an entry, under the locks of the account, the challenge and itself, in this order; and announces it. */
  const act = async (scope: Scope, {id, version}: {readonly id: string; readonly version: number}, event: ChallengeEntryEvent, to: ChallengeEntryStatus, work: (system: Scope, entry: EntryRow, challenge: Held) => Promise<{columns?: Columns; changes?: readonly Change[]}>): Promise<ChallengeEntry> => {
    const seen = await read(scope, id);
    const partnerOrgId = seen.partnerOrg.id;
    const side = scope.caller === 'partner' ? 'partner' : 'vendor';
    const changes = await elevated(scope, async system => {
      if (side === 'vendor') {
        await shareRules(system);
        await takeEventNumbers(system, new Map([[partnerOrgId, 0]]));
      }
      const challenge = await lockChallenge(system, seen.challenge.id);
      const entry = await lockEntry(system, id);
      if (!challenge || !entry) throw problem('challenge_entry_not_found');
      await expectVersion(entry, version, async () => seen);
      if (!challengeEntryCan(event, entry.status as ChallengeEntryStatus, side)) throw problem('challenge_entry_status_conflict');
      const done = await work(system, entry, challenge);
      await updateEntry(system, id, {...done.columns, status: to});
      return done.changes ?? [];
    });
    await recordChanges(scope, [{resource: 'challenge_entry', id, action: event, partnerOrgId, changes: {status: to}}, ...changes]);
    return read(scope, id);
  };

  return {
    list: ({input, scope}) => listEntries(scope, files, input),

    get: ({input, scope}) => read(scope, input.id),

    create: async ({input: {challengeId, text, link, fileIds}, scope}) => {
      const partnerOrgId = ownOrg(scope);
      const challenge = await findChallengeRow(scope, challengeId);
      if (!challenge) throw problem('challenge_not_found');
      const now = nowText(scope.context);
      const isPerformance = challenge.type === 'performance';
      if (!isOpen(challenge.status as 'published', challenge.run_window, scope.context.now())) throw problem('challenge_not_running');
      if (isPerformance && challenge.run_window.kind === 'absolute') throw problem('challenge_counts_itself');
      await refuseStrangeFiles(scope, fileIds, partnerOrgId);
      const counting = toCounting(challenge);
      const span = spanAt(counting, now, now);
      if (!span) throw problem('challenge_not_running');
      await elevated(scope, system => refuseFull(system, counting.maxWinners, challengeId, span.key));
      const entry = await insertEntry(scope, {challengeId, partnerOrgId, personId: scope.personId, span, status: isPerformance ? 'counting' : 'draft', text: isPerformance ? null : text, link: isPerformance ? null : link});
      const id = entry.challenge_entry_id;
      if (!isPerformance) await writeFiles(scope, id, fileIds);
      await recordChanges(scope, [{resource: 'challenge_entry', id, action: 'create', partnerOrgId, changes: {challengeId}}]);
      return read(scope, id);
    },

    update: async ({input: {text, link, fileIds, ...input}, scope}) => {
      if (fileIds) await refuseStrangeFiles(scope, fileIds, ownOrg(scope));
      return act(scope, input, 'update', 'draft', async (system, entry, challenge) => {
        refuseLate(system, entry, challenge);
        if (fileIds) await writeFiles(system, input.id, fileIds);
        return {columns: {...(text !== undefined && {text}), ...(link !== undefined && {link})}};
      });
    },

    submit: ({input, scope}) =>
      act(scope, input, 'submit', 'submitted', async (system, entry, challenge) => {
        refuseLate(system, entry, challenge);
        await refuseFull(system, challenge.max_winners, challenge.challenge_id, entry.span_key);
        const {count, isReady} = await hasReadyFiles(system, input.id);
        const missing = challenge.proofs.filter(proof => (proof === 'file' ? count === 0 : entry[proof] === null));
        if (missing.length > 0) throw problem('challenge_proof_missing', {errors: missing.map(proof => ({pointer: proof === 'file' ? '/fileIds' : `/${proof}`, code: 'required', message: 'This challenge asks for it.'}))});
        if (!isReady) throw problem('file_not_ready');
        return {columns: {submissions: entry.submissions + 1, submitted_at: nowText(system.context)}};
      }),

    recall: ({input, scope}) => act(scope, input, 'recall', 'draft', async () => ({})),

    approve: ({input, scope}) =>
      act(scope, input, 'approve', 'approved', async (system, entry, challenge) => {
        await refuseFull(system, challenge.max_winners, challenge.challenge_id, entry.span_key);
        return {columns: {...decided(scope), reason: null}, changes: await win(system, toCounting(challenge), entry)};
      }),

    reject: ({input: {reason, ...input}, scope}) => act(scope, input, 'reject', 'rejected', async () => ({columns: {...decided(scope), reason}})),

    revoke: ({input: {reason, ...input}, scope}) => act(scope, input, 'revoke', 'revoked', async (system, entry) => ({columns: {...decided(scope), reason}, changes: await takeWinBack(system, entry, reason)})),
  };
}

function decided({personId, context}: Scope): Columns {
  return {decided_at: nowText(context), decided_by: personId};
}

/** What is sent counts while the challenge runs, and in its own span. */
function refuseLate({context}: Scope, entry: EntryRow, challenge: Held): void {
  if (phaseOf(challenge.status as 'published', challenge.run_window, context.now()) !== 'running' || Date.parse(entry.span_until) <= context.now()) throw problem('challenge_not_running');
}

async function refuseFull(system: Scope, maxWinners: number | null, challengeId: string, spanKey: string): Promise<void> {
  if (maxWinners !== null && (await countWinners(system, challengeId, spanKey)) >= maxWinners) throw problem('challenge_full');
}

async function refuseStrangeFiles(scope: Scope, fileIds: readonly string[], partnerOrgId: string): Promise<void> {
  if ((await findStrangeFiles(scope, fileIds, partnerOrgId)).length > 0) throw problem('stored_file_not_found');
}

function ownOrg({partnerOrgId}: Scope): string {
  if (partnerOrgId === null) throw new Error('A partner session without an organisation.');
  return partnerOrgId;
}
