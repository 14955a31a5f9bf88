import {challengeEntryCan, challengeEntryTransitions, type Api, type ChallengeEntry, type ChallengeEntryAction, type ChallengeEntryEvent, type ChallengeEntryFields} from '@portico/contract';
import {isOpen, phaseOf, spanAt} from '@portico/contract/challenge-rules';
import type {ChallengeEntryRow, ChallengeRow} from './challenge-data.ts';
import {entriesOf, newEntry, takeWinBack, win, winnersOf} from './challenge-flow.ts';
import {findChallenge} from './challenge.mocks.ts';
import type {MockHandlers, Scope} from './handlers.ts';
import {orgRef} from './lead-flow.ts';
import {newestBy, pageOf, sortRows} from './paging.ts';
import {problem} from './problem.ts';
import {isOwn} from './reach.ts';

const latest = newestBy<ChallengeEntryRow>(({createdAt}) => createdAt);

export const challengeEntryMocks: MockHandlers<Api['challengeEntries']> = {
  list({challengeId, partnerOrgId, status, ...input}, scope) {
    const rows = scope.store.data.challenges.entries.values().filter(row => isOwn(scope, row) && (challengeId === undefined || row.challengeId === challengeId) && (partnerOrgId === undefined || row.partnerOrgId === partnerOrgId) && (!status || status.length === 0 || status.includes(row.status)));
    const {items, page} = pageOf(sortRows(rows, latest), latest, input, {...input, challengeId, partnerOrgId, status});
    return {items: items.map(row => toEntry(scope, row)), page};
  },
  get: ({id}, scope) => toEntry(scope, findEntry(scope, id)),
  create({challengeId, ...fields}, scope) {
    const {store, viewer} = scope;
    const challenge = findChallenge(scope, challengeId);
    const now = store.now();
    const isPerformance = challenge.type === 'performance';
    if (!isOpen(challenge.status, challenge.window, store.clock.now())) throw problem('challenge_not_running');
    if (isPerformance && challenge.window.kind === 'absolute') throw problem('challenge_counts_itself');
    refuseStrangeFiles(scope, fields.fileIds);
    const partnerOrgId = viewer.partnerOrgId ?? '';
    const span = spanAt(challenge, now, now);
    if (!span) throw problem('challenge_not_running');
    refuseFull(scope, challenge, span.key);
    if (entriesOf(store, challengeId, partnerOrgId).some(row => row.span.key === span.key)) throw problem('challenge_entry_exists');
    const row = newEntry(store, challengeId, partnerOrgId, viewer.person?.id ?? null, span);
    store.data.challenges.entries.set(isPerformance ? row : {...row, ...fields, status: 'draft'});
    store.change('challenge_entry', row.id, {partnerOrgIds: [partnerOrgId]});
    return toEntry(scope, findEntry(scope, row.id));
  },
  update: ({id, version, ...changes}, scope) =>
    act(scope, {id, version}, 'update', (row, challenge) => {
      refuseLate(scope, row, challenge);
      refuseStrangeFiles(scope, changes.fileIds ?? []);
      return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<ChallengeEntryFields>;
    }),
  submit: (input, scope) =>
    act(scope, input, 'submit', (row, challenge) => {
      refuseLate(scope, row, challenge);
      refuseFull(scope, challenge, row.span.key);
      const missing = challenge.proofs.filter(proof => (proof === 'file' ? row.fileIds.length === 0 : row[proof] === null));
      if (missing.length > 0) throw problem('challenge_proof_missing', {errors: missing.map(proof => ({pointer: proof === 'file' ? '/fileIds' : `/${proof}`, code: 'required', message: 'This challenge asks for it.'}))});
      if (row.fileIds.some(id => scope.store.data.collateral.files.get(id)?.status !== 'ready')) throw problem('file_not_ready');
      return {submissions: row.submissions + 1, submittedAt: scope.store.now()};
    }),
  recall: (input, scope) => act(scope, input, 'recall', () => ({})),
  approve(input, scope) {
    const {store} = scope;
    const approved = act(scope, input, 'approve', (row, challenge) => {
      refuseFull(scope, challenge, row.span.key);
      return {decidedAt: store.now(), reason: null};
    });
    win(store, findChallenge(scope, approved.challenge.id), findEntry(scope, input.id));
    return toEntry(scope, findEntry(scope, input.id));
  },
  reject: ({reason, ...input}, scope) => act(scope, input, 'reject', () => ({decidedAt: scope.store.now(), reason})),
  revoke: ({reason, ...input}, scope) =>
    act(scope, input, 'revoke', row => {
      takeWinBack(scope.store, row, reason);
      return {decidedAt: scope.store.now(), reason};
    }),
};

function findEntry(scope: Scope, id: string): ChallengeEntryRow {
  const row = scope.store.data.challenges.entries.get(id);
  if (!row || !isOwn(scope, row)) throw problem('challenge_entry_not_found');
  return row;
}

function act(scope: Scope, {id, version}: {readonly id: string; readonly version: number}, event: ChallengeEntryEvent, work: (row: ChallengeEntryRow, challenge: ChallengeRow) => Partial<ChallengeEntryRow>): ChallengeEntry {
  const {store, viewer} = scope;
  const row = findEntry(scope, id);
  if (row.version !== version) throw problem('version_conflict', {current: toEntry(scope, row)});
  if (!challengeEntryCan(event, row.status, viewer.side)) throw problem('challenge_entry_status_conflict');
  const changes = work(row, findChallenge(scope, row.challengeId));
  const moved = store.update(store.data.challenges.entries, row, {...changes, status: challengeEntryTransitions[event].to});
  store.change('challenge_entry', id, {partnerOrgIds: [row.partnerOrgId]});
  return toEntry(scope, moved);
}

function isLate({store}: Scope, {span}: ChallengeEntryRow, {status, window}: ChallengeRow): boolean {
  return phaseOf(status, window, store.clock.now()) !== 'running' || span.until <= store.now();
}

function refuseLate(scope: Scope, row: ChallengeEntryRow, challenge: ChallengeRow): void {
  if (isLate(scope, row, challenge)) throw problem('challenge_not_running');
}

function refuseFull({store}: Scope, {id, maxWinners}: ChallengeRow, spanKey: string): void {
  if (maxWinners !== null && winnersOf(store, id, spanKey) >= maxWinners) throw problem('challenge_full');
}

function refuseStrangeFiles({store, viewer}: Scope, ids: readonly string[]): void {
  if (ids.some(id => store.data.collateral.files.get(id)?.partnerOrg?.id !== viewer.partnerOrgId)) throw problem('stored_file_not_found');
}

function toEntry(scope: Scope, row: ChallengeEntryRow): ChallengeEntry {
  const {store, viewer} = scope;
  const {challengeId, partnerOrgId, personId, fileIds, ...entry} = row;
  const challenge = store.data.challenges.challenges.get(challengeId);
  const person = store.data.people.get(personId ?? '');
  const canSend = viewer.side === 'vendor' || (challenge !== undefined && !isLate(scope, row, challenge));
  return {
    ...entry,
    challenge: {id: challengeId, name: challenge?.name ?? '', type: challenge?.type ?? 'performance'},
    partnerOrg: orgRef(store, partnerOrgId),
    person: person ? {id: person.id, name: person.name} : null,
    files: fileIds.flatMap(id => {
      const file = store.data.collateral.files.get(id);
      return file ? [{id, fileName: file.fileName, mediaType: file.mediaType, sizeBytes: file.sizeBytes, status: file.status, problem: file.problem, downloadUrl: file.downloadUrl}] : [];
    }),
    points: store.data.challenges.lines.values().reduce((sum, line) => (line.challengeEntryId === row.id ? sum + line.points : sum), 0),
    actions: (Object.keys(challengeEntryTransitions) as ChallengeEntryAction[]).filter(event => canSend && challengeEntryCan(event, row.status, viewer.side)),
  };
}
