import assert from 'node:assert/strict';
import {before, describe, it} from 'node:test';
import fc from 'fast-check';
import {
  canonicalJson,
  keyFromSeed,
  noPreviousHash,
  receiptKeyId,
  sha256Hex,
  signStatement,
  statementHash,
  verifyReceipt,
  type ReceiptKey,
  type ReceiptPrivateKey,
  type ReceiptProof,
  type ReceiptStatement,
} from './receipt-proof.ts';
import {receiptExamples} from './receipt.examples.ts';

const programId = '0193a0c0-0000-7000-8000-000000000001';
const contents = [
  {name: 'Cameras for drying line 3', customer: {name: 'Tampere Paper Works Oy', country: 'FI'}, lines: [{product: 'Camera', quantity: 4}]},
  {name: 'Sensors', customer: {name: '上海有限公司', country: 'CN'}, lines: [], hideFromDistributor: true},
  {name: 'Service', customer: {name: 'Bäckerei Groß', country: 'DE'}, estimatedAmount: {amountMinor: 1_250_000, currency: 'EUR'}},
  {name: 'Renewal', customer: {name: 'Công ty Phở', country: 'VN'}, expectedCloseOn: '2027-01-31'},
];

let signer: ReceiptPrivateKey;
let key: ReceiptKey;
let chain: (ReceiptProof & {content: Record<string, unknown>})[];

interface Overrides {
  readonly by?: ReceiptPrivateKey;
  readonly at?: (index: number) => string;
  readonly statement?: (statement: ReceiptStatement) => ReceiptStatement;
}

async function makeChain({by = signer, at = index => `2026-11-20T08:4${index}:03.117Z`, statement: change = statement => statement}: Overrides = {}) {
  const made: typeof chain = [];
  const {kty, crv, x} = by;
  let previousHash = noPreviousHash;
  for (const [index, content] of contents.entries()) {
    const statement = change({
      type: 'portico-receipt/1',
      programId,
      sequence: index + 1,
      dealRegistrationId: `0193a0c0-0000-7000-8000-00000000090${index}`,
      number: `DR-00000${index + 1}`,
      partnerOrgId: '0193a0c0-0000-7000-8000-000000000101',
      submittedAt: at(index),
      standing: index === 0 ? 'first' : 'behind',
      contentHash: await sha256Hex(canonicalJson(content)),
      previousHash,
      keyId: await receiptKeyId({kty, crv, x}),
    });
    made.push({statement, content, signature: await signStatement(statement, by), key: {kty, crv, x}});
    previousHash = await statementHash(statement);
  }
  return made;
}

const codes = async (...args: Parameters<typeof verifyReceipt>) => (await verifyReceipt(...args)).findings.map(({code}) => code);
const seed = (byte: number) => new Uint8Array(32).fill(byte);

describe('verifyReceipt', () => {
  before(async () => {
    signer = await keyFromSeed(seed(7));
    key = {kty: signer.kty, crv: signer.crv, x: signer.x};
    chain = await makeChain();
  });

  it('names a key by its RFC 7638 thumbprint, as RFC 8037 does in A.3', async () => {
    assert.equal(await receiptKeyId({kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'}), 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
  });

  it('accepts the example of the contract', async () => {
    assert.deepEqual(await verifyReceipt(receiptExamples.first), {valid: true, findings: []});
  });

  it('finds nothing wrong with what was signed: one, some, the chain, and after JSON', async () => {
    assert.deepEqual(await verifyReceipt(chain[2]!, {keys: [key]}), {valid: true, findings: []});
    assert.deepEqual(await codes([chain[3]!, chain[0]!], {keys: [key]}), []);
    assert.deepEqual(await codes(chain, {keys: [key], previous: null}), []);
    assert.deepEqual(await codes(chain.slice(2), {keys: [key], previous: chain[1]}), []);
    assert.deepEqual(await codes(chain.map(({content: _, ...entry}) => entry)), []);
    assert.deepEqual(await codes(JSON.parse(JSON.stringify(chain.toReversed())) as ReceiptProof[], {chain: true}), []);
    assert.deepEqual(await codes([]), []);
  });

  it('finds every change of every field, of whatever type', async () => {
    let tried = 0;
    const paths = leavesOf(chain[0]!);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), fc.jsonValue(), fc.nat(), async (path, value, flip) => {
        for (const changed of [withChange(chain[0]!, path, () => value), withChange(chain[0]!, path, before => flipped(before, flip))]) {
          if (canonicalJson(changed) === canonicalJson(chain[0])) continue;
          tried++;
          const {valid, findings} = await verifyReceipt(changed as ReceiptProof, {keys: [key]});
          assert.equal(valid, false, `${path.join('.')} was changed unseen`);
          assert.ok(findings.length > 0);
        }
      }),
      {numRuns: 400},
    );
    assert.ok(tried > 400, `${tried} changes`);
  });

  it('finds a field that was added or taken away', async () => {
    const [receipt] = chain;
    for (const place of ['statement', 'content', 'key'] as const) {
      assert.equal((await verifyReceipt({...receipt!, [place]: {...receipt![place], added: 1}})).valid, false, place);
      for (const name of Object.keys(receipt![place])) {
        const {[name]: _, ...rest} = receipt![place] as Record<string, unknown>;
        assert.equal((await verifyReceipt({...receipt!, [place]: rest} as ReceiptProof)).valid, false, `${place}.${name}`);
      }
    }
  });

  it('says what is wrong', async () => {
    const [first, second] = chain as [ReceiptProof, ReceiptProof];
    const other = await keyFromSeed(seed(8));
    const otherKey: ReceiptKey = {kty: other.kty, crv: other.crv, x: other.x};
    assert.deepEqual(await codes({...first, content: {...first.content, name: 'Else'}}), ['content_changed']);
    assert.deepEqual(await codes({...first, statement: {...first.statement, submittedAt: '2026-11-19T08:40:03.117Z'}}), ['signature_wrong']);
    assert.deepEqual(await codes({...first, signature: second.signature}), ['signature_wrong']);
    assert.deepEqual(await codes({...first, key: otherKey}), ['key_id_wrong', 'signature_wrong']);
    assert.deepEqual(await codes(first, {keys: [otherKey]}), ['key_unknown']);
    assert.deepEqual(await codes(await makeChain({by: other}), {keys: [key]}), ['key_unknown', 'key_unknown', 'key_unknown', 'key_unknown'], 'a whole forged chain');
    const {findings} = await verifyReceipt([first, {...second, content: {}}]);
    assert.deepEqual(findings, [{code: 'content_changed', index: 1, sequence: 2, message: 'What was submitted is not what the statement was made for.'}]);
  });

  it('finds what was left out, put in or exchanged, even by whoever has the key', async () => {
    const [one, two, three, four] = chain as [ReceiptProof, ReceiptProof, ReceiptProof, ReceiptProof];
    assert.deepEqual(await codes([one, two, four], {chain: true}), ['sequence_gap']);
    assert.deepEqual(await codes([two, three], {previous: null}), ['sequence_gap']);
    assert.deepEqual(await codes([three, four], {previous: one}), ['sequence_gap']);
    const statement = {...two.statement, partnerOrgId: '0193a0c0-0000-7000-8000-000000000102'};
    const exchanged = {...two, statement, signature: await signStatement(statement, signer)};
    assert.deepEqual(await codes(exchanged), [], 'alone it cannot be told');
    assert.deepEqual(await codes([one, exchanged, three, four]), ['chain_broken'], 'the receipt after it tells');
    assert.deepEqual(await codes([two, exchanged]), ['chain_broken'], 'two of one place');
    assert.deepEqual(await codes([two, {...two}]), [], 'the same one twice');
  });

  it('finds what is dated back, even by whoever has the key', async () => {
    const backDated = await makeChain({at: index => (index === 2 ? '2026-11-19T23:00:00.000Z' : `2026-11-20T08:4${index}:03.117Z`)});
    assert.deepEqual(await codes(backDated), ['time_goes_back']);
    assert.deepEqual(await codes([backDated[0]!, backDated[2]!]), ['time_goes_back']);
    assert.deepEqual(await codes(backDated[2]!, {previous: backDated[1]}), ['time_goes_back']);
    assert.deepEqual(await codes(await makeChain({at: () => '2026-11-20T08:40:03.117Z'})), [], 'the same millisecond is no contradiction');
  });

  it('never throws at what is no receipt', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async value => {
        const {findings} = await verifyReceipt([value as unknown as ReceiptProof]);
        assert.deepEqual(findings.map(({code}) => code), ['malformed']);
      }),
    );
    assert.deepEqual(await codes({...chain[0]!, content: {name: '\ud83d'}}), ['malformed'], 'what has no canonical form was never signed');
  });
});

type Path = readonly (string | number)[];

function leavesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, item]) => leavesOf(item, [...path, Array.isArray(value) ? Number(name) : name]));
}

function withChange(value: unknown, [name, ...rest]: Path, change: (before: unknown) => unknown): unknown {
  if (name === undefined) return change(value);
  const copy: Record<string | number, unknown> = Array.isArray(value) ? [...(value as unknown[])] as never : {...(value as object)};
  copy[name] = withChange(copy[name], rest, change);
  return copy;
}

/** The smallest change there is: one character, one step, the other truth value. */
function flipped(value: unknown, place: number): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (typeof value !== 'string') return value;
  const at = place % value.length;
  const code = value.charCodeAt(at);
  return `${value.slice(0, at)}${String.fromCharCode(code < 0x80 ? code ^ 1 : code + 1)}${value.slice(at + 1)}`;
}
