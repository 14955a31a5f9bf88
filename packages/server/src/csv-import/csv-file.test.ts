import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {CsvFault, openCsv, type CsvRow} from './csv-file.ts';

async function read(text: string) {
  const file = openCsv(text);
  const rows: CsvRow[] = [];
  for await (const batch of file.rows()) rows.push(...batch);
  return {delimiter: file.delimiter, columns: file.columns, rows};
}

async function fault(text: string): Promise<CsvFault> {
  try {
    await read(text);
  } catch (error) {
    assert.ok(error instanceof CsvFault, String(error));
    return error;
  }
  throw new Error('The file was read without a fault.');
}

describe('reading CSV', () => {
  it('gives each row the line on which it begins, whatever stands between', async () => {
    const {rows} = await read('\uFEFFName,Need\r\nA,"two\r\nlines"\r\n\r\nB,x\r\n,\r\nC,"""q"""');
    assert.deepEqual(rows, [
      {line: 2, cells: ['A', 'two\nlines']},
      {line: 5, cells: ['B', 'x']},
      {line: 7, cells: ['C', '"q"']},
    ]);
  });

  it('finds the delimiter, also with other delimiters inside quotes', async () => {
    assert.equal((await read('a;b;c\n1,5;2,5;x\n"1,2,3,4";4;5\n')).delimiter, ';');
    assert.equal((await read('a\tb\n1, 2, 3\tx\n')).delimiter, '\t');
    assert.equal((await read('a|b\n1|2\n')).delimiter, '|');
    assert.equal((await read('email\nanna@example.com\n')).delimiter, ',');
    assert.deepEqual(await read('sep=;\na;b\n1;2'), {delimiter: ';', columns: ['a', 'b'], rows: [{line: 3, cells: ['1', '2']}]});
  });

  it('names every column once and drops nameless ones at the end', async () => {
    assert.deepEqual((await read('Name, Name ,,Mail,,\nx,y,z,m,,')).columns, ['Name', 'Name (2)', 'Column 3', 'Mail']);
  });

  it('is strict with quotes and says where', async () => {
    const inside = await fault('Name,Need\nA,b\nB,5" pipe\n');
    assert.equal(inside.rule, 'quote_inside_cell');
    assert.match(inside.message, /^Line 3, column “Need”: /);
    const after = await fault('Name,Need\n"A"x,b\n');
    assert.equal(after.rule, 'text_after_quote');
    assert.match(after.message, /^Line 2, column “Name”: /);
    const open = await fault('Name,Need\nA,b\n\nB,"never\nclosed\n');
    assert.equal(open.rule, 'quote_not_closed');
    assert.match(open.message, /^Line 4: /);
  });

  it('says the line of a fault far down in the file, past the first batch', async () => {
    const rows = Array.from({length: 40_000}, (_, index) => `${index},some text,"more, text"\n`).join('');
    assert.match((await fault(`id,a,b\n${rows}7,x"y,z\n`)).message, /^Line 40002, column “a”: /);
  });

  it('keeps to its limits', async () => {
    assert.equal((await fault('')).rule, 'empty');
    assert.equal((await fault(`${'c,'.repeat(201)}c\n`)).rule, 'too_many_columns');
    assert.equal((await fault(`a\n${'1\n'.repeat(50_001)}`)).rule, 'too_many_rows');
    assert.equal((await read(`a\n${'1\n'.repeat(50_000)}`)).rows.length, 50_000);
    const bytes = await fault(`a\n${'ä'.repeat(10_000_000)}`);
    assert.deepEqual([bytes.code, bytes.rule], ['csv_too_large', 'too_many_bytes']);
    assert.match((await fault('a,b\n1,2\n3,\0\n')).message, /^Line 3: /);
    assert.match((await fault('a,b\n1,\uD800\n')).message, /^Line 2: /);
  });

  it('reads back what RFC 4180 writes, over batches too', async () => {
    const cell = fc.oneof(fc.string({unit: 'grapheme', maxLength: 20}), fc.stringMatching(/^[",;\n\t|a]{0,8}$/)).map(text => text.replaceAll('\0', '').replace(/\r\n?/g, '\n'));
    const table = fc.array(fc.tuple(cell, cell, cell), {minLength: 1, maxLength: 20});
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom(',', ';', '\t', '|'), async (rows, delimiter) => {
        const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const wide = rows.map(cells => [...cells, 'x']);
        const text = ['first', 'second', 'third', 'last'].map(quote).join(delimiter) + '\n' + wide.map(cells => cells.map(quote).join(delimiter)).join('\n');
        assert.deepEqual((await read(text)).rows.map(({cells}) => cells), wide);
      }),
      {numRuns: 200},
    );
  });
});
