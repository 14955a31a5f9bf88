/**
 * The part of the server that needs nothing of Node: a browser page runs it on a PGlite of its own.
 *
 *     const database = new PGliteDatabase(await PGlite.create('idb://portico', {extensions}));
 *     await migrate(database, migrations, context);
 *     const app = createApp({database, context, config: defaultConfig});
 *     const response = await app.fetch(new Request('http://localhost:4400/v1/me', …));
 */
export {createApp, type App, type AppOptions} from './app.ts';
export {verifyAudit, type AuditVerdict} from './audit/verify-audit.ts';
export {recordChange, type Change} from './changes/record-change.ts';
export {defaultConfig, type Config} from './config.ts';
export {newId, nowText, systemContext, type Context, type Log} from './context.ts';
export type {Database} from './database/database.ts';
export {migrate, SchemaMismatchError, type Migration} from './database/migrate.ts';
export {migrations} from './database/migrations.gen.ts';
export {withTenant, type SystemActor} from './database/open.ts';
export {PGliteDatabase} from './database/pglite.ts';
export {extensions} from './database/pglite-extensions.ts';
export type {Scope} from './database/scope.ts';
export {seedDemo, type DemoData, type SeedOptions} from './database/seed.ts';
export {SelfCheckError, selfCheck} from './database/self-check.ts';
export {createTenant, listTenants, type NewTenant} from './database/tenants.ts';
export {runDue} from './jobs/run-due.ts';
export {Keyring} from './keys/keyring.ts';
export {createSecretKey, revokeSecretKey, type SecretKeyOptions} from './keys/secret-key.ts';
export {ProblemError, problem} from './problem.ts';
