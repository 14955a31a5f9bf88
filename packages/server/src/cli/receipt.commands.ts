import {verifyReceipt, type ReceiptProof} from '@portico/contract/receipt-proof';
import type {Command} from 'commander';
import {recordAudit} from '../audit/record-audit.ts';
import {withTenant} from '../database/open.ts';
import {replaceReceiptKey} from '../receipt/receipt-key.queries.ts';
import type {CliContext, RunCommand} from './cli-context.ts';
import {CliError, exitCodes, type ExitCode} from './cli-error.ts';
import {readJson, readKeysFile} from './keys-file.ts';

/** `portico receipt verify|rotate-key` */
export function addReceiptCommands(program: Command, run: RunCommand): void {
  const receipt = program.command('receipt').description('Signed receipts of deal registrations.');
  receipt
    .command('verify <file>')
    .description('Checks a receipt, or many, or a stretch of the chain, without the server. Exits with 0 when nothing was changed, with 1 when something was.')
    .option('--keys <file>', 'the vendor’s keys, as GET /v1/receipts/keys gave them')
    .action(run((cli, file: string, {keys}: {keys?: string}) => verifyFile(cli, file, keys)));

  receipt
    .command('rotate-key')
    .description('Signs with a new key from now on. Receipts of the old one stay provable.')
    .option('--tenant <id or name>', 'whose; needed where there are several vendors')
    .action(
      run((cli, {tenant}: {tenant?: string}) =>
        cli.withDatabase(async database => {
          const tenantId = await cli.getTenantId(database, tenant);
          const keyId = await withTenant(database, tenantId, {context: cli.context, as: 'system:cli'}, async scope => {
            const signer = await replaceReceiptKey(scope);
            if (!signer) throw new CliError(exitCodes.busy, 'Somebody else is changing the key at this moment. Try again.');
            await recordAudit(scope, {action: 'rotate', resource: 'receipt_key', id: null, changes: {keyId: signer.keyId}});
            return signer.keyId;
          });
          cli.io.out(keyId);
          cli.io.err('Receipts are signed with this key now. Give partners the new list of keys: GET /v1/receipts/keys.');
        }),
      ),
    );
}

async function verifyFile({io}: CliContext, file: string, keysFile: string | undefined): Promise<ExitCode> {
  const receipts = receiptsIn(await readJson(file));
  if (receipts.length === 0) throw new CliError(exitCodes.data, `${file} holds no receipt.`);
  const keys = keysFile === undefined ? undefined : await readKeysFile(keysFile);
  const {valid, findings} = await verifyReceipt(receipts, {keys});
  for (const {index, sequence, message} of findings) io.err(`${nameOf(receipts[index], sequence)}: ${message}`);
  if (!valid) {
    io.out(`NOT VALID: ${findings.length} ${findings.length === 1 ? 'fault' : 'faults'} in ${count(receipts.length)}.`);
    return exitCodes.failed;
  }
  for (const {statement} of receipts.slice(0, 20)) io.out(`${statement.number}: submitted ${statement.submittedAt}, place ${statement.sequence} in the programme’s queue, ${statement.standing === 'first' ? 'first for this customer' : 'behind an earlier one'}.`);
  io.out(`VALID: ${count(receipts.length)}, nothing was changed.`);
  if (!keys) io.err('The key came with the receipt, so whoever made the receipt may have made the key. Give the vendor’s keys with --keys to be sure.');
  return exitCodes.done;
}

function nameOf(receipt: ReceiptProof | undefined, sequence: number | null): string {
  const number: unknown = (receipt as Partial<ReceiptProof> | undefined)?.statement?.number;
  return typeof number === 'string' ? `${number}, place ${sequence ?? '?'}` : 'A receipt';
}

function count(receipts: number): string {
  return receipts === 1 ? 'one receipt' : `${receipts} receipts`;
}

/** One receipt, a list, a page of the API, or the answer to a submission. */
function receiptsIn(value: unknown): ReceiptProof[] {
  if (Array.isArray(value)) return value as ReceiptProof[];
  if (typeof value !== 'object' || value === null) return [];
  if ('items' in value) return receiptsIn(value.items);
  return ['receipt' in value ? value.receipt : value] as ReceiptProof[];
}
