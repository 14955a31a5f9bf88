import type {Context} from '../context.ts';
import {openDeal, publishDealNews, tellOfDeal} from '../deal-flow/deal-case.ts';
import type {Database} from '../database/database.ts';
import {findTenantsWithDue} from '../database/leases.ts';
import {withTenant} from '../database/open.ts';
import type {Scope} from '../database/scope.ts';
import {ScannerError, type Scanner} from '../file-inspection/scanning.ts';
import {startNews} from '../lead-flow/news.ts';
import {readEvidenceBytes, rejectEvidenceFile} from './evidence-file.queries.ts';
import {claimUnscannedFile, isStillClaimed, releaseEvidenceFile, unscannedFiles, type UnscannedFile} from './unscanned-file.queries.ts';

/**
 * Shows evidence that was taken to the scanner: then it is given out, or dropped. Without a verdict a file stays withheld and is tried again later.
 *
 * @param options.signal - Stops after the file that is being scanned.
 * @returns How many files have a verdict.
 */
export async function scanEvidence(database: Database, context: Context, scanner: Scanner, {signal}: {readonly signal?: AbortSignal | undefined} = {}): Promise<number> {
  let scanned = 0;
  for (const tenantId of await findTenantsWithDue(database, context, unscannedFiles)) {
    const inTenant = <T>(work: (scope: Scope) => Promise<T>) => withTenant(database, tenantId, {context, as: 'system:scanner'}, work);
    while (!signal?.aborted) {
      const file = await inTenant(claimUnscannedFile);
      if (!file) break;
      try {
        const bytes = await inTenant(scope => readEvidenceBytes(scope, file.id, file.sizeBytes));
        const verdict = await scanner.scan(inOnePiece(bytes));
        await inTenant(scope => conclude(scope, file, verdict));
        scanned++;
      } catch (error) {
        if (!(error instanceof ScannerError)) throw error;
        // The next one would wait for nothing, too.
        context.log.warn({err: error, evidenceFileId: file.id}, 'evidence waits: the scanner gave no verdict');
        return scanned;
      }
    }
  }
  return scanned;
}

async function conclude(scope: Scope, file: UnscannedFile, verdict: 'clean' | 'infected'): Promise<void> {
  const held = await openDeal(scope, startNews(), file.dealRegistrationId);
  // Its owner has removed it meanwhile.
  if (!held || !(await isStillClaimed(scope, file))) return;
  if (verdict === 'clean') await releaseEvidenceFile(scope, file.id);
  else await rejectEvidenceFile(scope, file.id, 'infected');
  tellOfDeal(held, 'evidence');
  await publishDealNews(scope, held.news);
}

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
