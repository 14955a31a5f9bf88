import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {ConfigError, readConfig} from './config.ts';

describe('settings', () => {
  it('have defaults for everything', () => {
    const {quotas: _, ...settings} = readConfig({});
    assert.deepEqual(settings, {
      host: '127.0.0.1',
      port: 4400,
      publicUrl: 'http://localhost:4400',
      databaseUrl: undefined,
      dataFolder: '.portico',
      trustProxy: false,
      checkResponses: false,
      filesUrl: null,
      fileLimits: {maxBytes: 100_000_000, maxVideoBytes: 2_100_000_000, tenantBytes: 100_000_000_000},
      s3: undefined,
      scanner: undefined,
      widgetsFolder: undefined,
      poolSize: 10,
      preparedStatements: true,
      logLevel: 'info',
    });
  });

  it('come from the environment', () => {
    const settings = readConfig({PORT: '0', HOST: '::1', DATABASE_URL: 'postgres://db/portico', PORTICO_PUBLIC_URL: 'https://api.example/', PORTICO_TRUST_PROXY: '1', PORTICO_POOL_SIZE: '50', PORTICO_PREPARED_STATEMENTS: '0', PORTICO_DATA: '/var/lib/portico', PORTICO_WIDGETS: '/srv/cdn'});
    assert.equal(settings.port, 0);
    assert.equal(settings.widgetsFolder, '/srv/cdn');
    assert.equal(settings.publicUrl, 'https://api.example');
    assert.equal(settings.poolSize, 50);
    assert.equal(settings.trustProxy, true);
    assert.equal(settings.preparedStatements, false);
  });

  it('name a bucket and a place of files', () => {
    const bucket = {PORTICO_S3_ENDPOINT: 'https://s3.example/', PORTICO_S3_BUCKET: 'portico', PORTICO_S3_ACCESS_KEY_ID: 'id', PORTICO_S3_SECRET_ACCESS_KEY: 'secret'};
    const settings = readConfig({...bucket, PORTICO_FILES_URL: 'https://files.example/', PORTICO_FILE_MAX_MB: '50', PORTICO_FILE_QUOTA_GB: '2', PORTICO_SCANNER: 'clamd://127.0.0.1:3310'});
    assert.deepEqual(settings.s3, {endpoint: 'https://s3.example', bucket: 'portico', region: 'us-east-1', accessKeyId: 'id', secretAccessKey: 'secret'});
    assert.deepEqual([settings.filesUrl, settings.fileLimits.maxBytes, settings.fileLimits.tenantBytes, settings.scanner], ['https://files.example', 50_000_000, 2_000_000_000, 'clamd://127.0.0.1:3310']);
    for (const name of ['PORTICO_S3_BUCKET', 'PORTICO_S3_ACCESS_KEY_ID', 'PORTICO_S3_SECRET_ACCESS_KEY']) assert.throws(() => readConfig({...bucket, [name]: ''}), new RegExp(name));
  });

  it('name what is wrong', () => {
    for (const env of [{PORT: 'http'}, {PORT: '70000'}, {PORT: '1.5'}, {PORTICO_PUBLIC_URL: 'api.example'}, {PORTICO_PUBLIC_URL: 'ftp://api.example'}, {PORTICO_POOL_SIZE: '0'}, {PORTICO_FILES_URL: 'files.example'}, {PORTICO_S3_ENDPOINT: 's3'}, {PORTICO_FILE_MAX_MB: '0'}]) {
      const [name = ''] = Object.keys(env);
      assert.throws(() => readConfig(env), (error: unknown) => error instanceof ConfigError && error.message.startsWith(name));
    }
  });
});
