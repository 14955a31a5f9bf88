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
      poolSize: 10,
      preparedStatements: true,
      logLevel: 'info',
    });
  });

  it('come from the environment', () => {
    const settings = readConfig({PORT: '0', HOST: '::1', DATABASE_URL: 'postgres://db/portico', PORTICO_PUBLIC_URL: 'https://api.example/', PORTICO_TRUST_PROXY: '1', PORTICO_POOL_SIZE: '50', PORTICO_PREPARED_STATEMENTS: '0', PORTICO_DATA: '/var/lib/portico'});
    assert.equal(settings.port, 0);
    assert.equal(settings.publicUrl, 'https://api.example');
    assert.equal(settings.poolSize, 50);
    assert.equal(settings.trustProxy, true);
    assert.equal(settings.preparedStatements, false);
  });

  it('name what is wrong', () => {
    for (const env of [{PORT: 'http'}, {PORT: '70000'}, {PORT: '1.5'}, {PORTICO_PUBLIC_URL: 'api.example'}, {PORTICO_PUBLIC_URL: 'ftp://api.example'}, {PORTICO_POOL_SIZE: '0'}]) {
      const [name = ''] = Object.keys(env);
      assert.throws(() => readConfig(env), (error: unknown) => error instanceof ConfigError && error.message.startsWith(name));
    }
  });
});
