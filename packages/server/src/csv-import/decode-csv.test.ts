import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {decodeCsv} from './decode-csv.ts';

const text = 'Name;Ort\nJürgen Größe;Hà Nội';

describe('decoding a file', () => {
  it('takes UTF-8 and UTF-16 with a byte order mark', () => {
    const little = Buffer.from(`\uFEFF${text}`, 'utf16le');
    assert.equal(decodeCsv(Buffer.from(text)), text);
    assert.equal(decodeCsv(Buffer.from(`\uFEFF${text}`)), text);
    assert.equal(decodeCsv(little), text);
    assert.equal(decodeCsv(Buffer.from(little).swap16()), text);
  });

  it('refuses another encoding instead of storing wrong letters', () => {
    assert.throws(() => decodeCsv(Buffer.from('Größe', 'latin1')), /not UTF-8/);
  });
});
