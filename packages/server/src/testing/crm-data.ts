import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

// The public "CRM Sales Opportunities" data, 8,800 rows of a real shape with real dirt. It is not part of this project: say where it is, or keep it beside the repository.
const folder = join(process.env['PORTICO_PUBLIC_DATA'] ?? fileURLToPath(new URL('../../../../../shared/data', import.meta.url)), 'crm-sales-opportunities');

/** Why what needs the data cannot be done, or `undefined` when it is there. */
export const crmDataMissing = existsSync(join(folder, 'sales_pipeline.csv')) ? undefined : `The public CRM data is not in ${folder}. Set PORTICO_PUBLIC_DATA to the folder that holds crm-sales-opportunities.`;

/** A file as it is. */
export function readCrmText(name: 'sales_pipeline.csv'): string {
  return readFileSync(join(folder, name), 'utf8');
}

/** A file read in the plainest way, which works because nothing in it is quoted: a second opinion on what the product read. */
export function readCrmPlainly(name: 'sales_pipeline.csv' | 'sales_teams.csv' | 'products.csv' | 'accounts.csv'): string[][] {
  const text = readFileSync(join(folder, name), 'utf8');
  assert.ok(!text.includes('"'), `${name} has quotes: read it another way.`);
  return text.trim().split(/\r?\n/).slice(1).map(line => line.split(','));
}
