import '@portico/widgets/define';
import {startInPage} from './server.ts';

const apiUrl = location.origin;
const status = document.querySelector<HTMLElement>('#status')!;
const {app, data} = await startInPage(apiUrl);

/** Requests of the widgets go to the server in this page instead of the network. */
const inPageFetch: typeof fetch = (input, init) => app.fetch(new Request(input, init));

for (const side of ['partner', 'vendor'] as const) {
  const person = data.people.find(each => each.side === side)!;
  const portal = document.querySelector(`portico-portal#${side}`)! as HTMLElementTagNameMap['portico-portal'];
  portal.fetch = inPageFetch;
  // A page with a backend asks it; here the secret key is in the page as well, which is fine for data that is nobody's.
  portal.fetchSession = async () => {
    const answer = await app.fetch(
      new Request(`${apiUrl}/v1/embed-sessions`, {
        method: 'POST',
        headers: {authorization: `Bearer ${data.secretKey}`, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID()},
        body: JSON.stringify({personId: person.id, ...(person.partnerOrgId ? {partnerOrgId: person.partnerOrgId} : {})}),
      }),
    );
    return (await answer.json()) as {token: string; expiresInS: number};
  };
  portal.apiUrl = apiUrl;
}

status.textContent = 'Everything runs in this tab: the server, the database and both widgets. Accept a lead on one side and look at the other.';
document.querySelector('main')!.hidden = false;
