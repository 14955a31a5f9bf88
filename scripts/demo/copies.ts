import {setTimeout as sleep} from 'node:timers/promises';
import {createClient, type Client} from '@portico/client';
import type {Cobrand} from '@portico/contract';
import type {DemoData} from '@portico/server';

/** A worker draws a copy in a second or two; on a machine that does much else, later. */
const patienceMs = 30_000;

/**
 * Lets a partner make copies of its own, as people do it: two for the autumn and one for a fair, which the vendor agrees to and leaves behind by a new template; then one
 * anew. So the demo begins with copies that are old and one that is not.
 *
 * @param apiUrl - Of a server that runs: files are drawn by its workers.
 */
export async function makeCopies(apiUrl: string, {secretKey, people}: DemoData): Promise<void> {
  const vendor = createClient({apiUrl, secretKey});
  const person = people.find(({externalId}) => externalId === 'p-aino');
  if (!person?.partnerOrgId) return;
  const {id: personId, partnerOrgId} = person;
  const partner = createClient({apiUrl, fetchSession: () => vendor.embedSessions.create({personId, partnerOrgId})});
  const [template] = (await partner.cobrandTemplates.list({limit: 10})).items.filter(({language}) => language === 'fi');
  if (!template) return;
  const make = async (name: string, text: string) => {
    const draft = await partner.cobrands.create({templateId: template.id, name, values: {headline: {text}}});
    const asked = await partner.cobrands.generate({id: draft.id, version: draft.version});
    return madeOf(partner, asked);
  };
  const made = [await make('Syksyn kirje', 'Robotti, joka mahtuu linjan viereen'), await make('Pakkausmessut', 'Tavataan osastolla 6 B 12')];
  for (const {id, version} of made) {
    const submitted = await partner.cobrands.submit({id, version});
    const approved = await vendor.cobrands.approve({id, version: submitted.version});
    await partner.cobrands.publish({id, version: approved.version});
  }
  const next = await vendor.cobrandTemplates.create({assetVersionId: template.assetVersionId, copyOfId: template.id});
  await vendor.cobrandTemplates.publish({id: next.id, version: next.version});
  const [first] = made;
  if (first) await partner.cobrands.remake({id: first.id, version: (await partner.cobrands.get({id: first.id})).version});
}

async function madeOf(partner: Client, asked: Cobrand): Promise<Cobrand> {
  const until = performance.now() + patienceMs;
  for (let copy = asked; ; copy = await partner.cobrands.get({id: asked.id})) {
    if (!copy.isMaking) return copy;
    if (performance.now() > until) throw new Error('A copy under the partner’s logo was not made in time.');
    await sleep(100);
  }
}
