/** @jsxImportSource preact */
import '@portico/widgets/preact';

export function LeadsPage() {
  return (
    <portico-portal apiUrl="/" fetchSession={async () => ({token: 't', expiresAt: 'later'})} class="leads" onportico-ready={event => console.log(event.detail.me.tenantId)}>
      <portico-lead-inbox tab="working" onportico-lead-offer-action={event => event.detail.offers.length > 1 && event.preventDefault()} />
      {/* @ts-expect-error There is no such tab. */}
      <portico-lead-inbox tab="wrong" />
      {/* @ts-expect-error There is no such detail. */}
      <portico-lead-inbox onportico-lead-offer-action={event => event.detail.nothing} />
    </portico-portal>
  );
}
