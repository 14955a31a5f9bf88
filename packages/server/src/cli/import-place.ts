import {setTimeout as sleep} from 'node:timers/promises';
import {DealImportMapping, LeadImportMapping, type CsvImport, type Problem} from '@portico/contract';
import {newId, type Context} from '../context.ts';
import type {Database} from '../database/database.ts';
import {withTenant} from '../database/open.ts';
import {refreshStatistics} from '../database/statistics.ts';
import type {Scope} from '../database/scope.ts';
import type {ImportHandlers} from '../csv-import/import-handlers.ts';
import type {ImportMapping} from '../csv-import/plan.rules.ts';
import type {FilePreview} from '../csv-import/preview.ts';
import {runImports} from '../csv-import/run-imports.ts';
import {dealImportHandlers} from '../deal-import/deal-import.handlers.ts';
import {leadImportHandlers} from '../lead-import/lead-import.handlers.ts';
import {CliError, exitCodes} from './cli-error.ts';

interface ImportFile {
  readonly fileName: string;
  readonly csv: string;
}

/** What the command imports, and how its mapping is read. */
export const importSubjects = {
  leads: {path: 'lead-imports', handlers: leadImportHandlers as unknown as ImportHandlers<string>, mapping: LeadImportMapping},
  deals: {path: 'deal-imports', handlers: dealImportHandlers as unknown as ImportHandlers<string>, mapping: DealImportMapping},
} as const;
export type ImportSubject = keyof typeof importSubjects;

/** Where an import takes place: in a database that this process has open, or on a server. */
export interface ImportPlace {
  preview(file: ImportFile & {readonly mapping?: ImportMapping}): Promise<FilePreview<string>>;
  /** Starts the import and waits for its end. */
  run(file: ImportFile & {readonly mapping: ImportMapping}, onProgress: (progress: CsvImport) => void): Promise<CsvImport>;
}

const askEveryMs = 500;

/** Imports into an open database. Other imports that wait there are done as well. */
export function importHere(subject: ImportSubject, database: Database, context: Context, tenantId: string): ImportPlace {
  const inTenant = <T>(work: (scope: Scope) => Promise<T>) => withTenant(database, tenantId, {context, as: 'system:cli'}, work);
  const {preview, create, get} = importSubjects[subject].handlers;
  return {
    preview: file => inTenant(scope => preview({input: {...file, mapping: file.mapping}, scope})),
    run: async file => {
      const {id} = await inTenant(scope => create({input: file, scope}));
      await runImports(database, context);
      if (database.kind === 'pglite') await refreshStatistics(database);
      return inTenant(scope => get({input: {id}, scope}));
    },
  };
}

/** Imports on a running server. */
export function importThere(subject: ImportSubject, apiUrl: string, secretKey: string, context: Context): ImportPlace {
  const base = `${apiUrl.replace(/\/+$/, '').replace(/\/v1$/, '')}/v1/${importSubjects[subject].path}`;
  const ask = async <T>(path: string, body?: unknown): Promise<T> => {
    const headers = {authorization: `Bearer ${secretKey}`, 'content-type': 'application/json', 'idempotency-key': newId(context)};
    const response = await context.fetch(`${base}${path}`, body === undefined ? {headers} : {method: 'POST', headers, body: JSON.stringify(body)}).catch(() => {
      throw new CliError(exitCodes.unavailable, `Nobody answers at ${apiUrl}.`);
    });
    const answer: unknown = await response.json().catch(() => undefined);
    if (response.ok) return answer as T;
    throw refusal(response.status, answer as Problem | undefined, apiUrl);
  };
  return {
    preview: file => ask<FilePreview<string>>('/preview', file),
    run: async (file, onProgress) => {
      let progress = await ask<CsvImport>('', file);
      while (progress.status === 'running') {
        await sleep(askEveryMs);
        const before = progress.rowsDone;
        progress = await ask<CsvImport>(`/${progress.id}`);
        if (progress.rowsDone !== before) onProgress(progress);
      }
      return progress;
    },
  };
}

function refusal(status: number, problem: Problem | undefined, apiUrl: string): CliError {
  if (!problem?.code) return new CliError(exitCodes.unavailable, `${apiUrl} answers with status ${status}, and not like a Portico server.`);
  const sentences = [problem.title, problem.detail, ...(problem.errors ?? []).map(({pointer, message}) => (message === problem.detail ? undefined : `${pointer}: ${message}`))].filter(Boolean).join(' ');
  if (status === 401 || status === 403) return new CliError(exitCodes.refused, sentences);
  return new CliError(status >= 500 || status === 429 ? exitCodes.unavailable : exitCodes.data, sentences);
}
