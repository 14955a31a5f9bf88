/** @jsxImportSource solid-js */
import '@portico/widgets/solid';

export function LeadsPage() {
  return (
    <portico-portal api-url="/" prop:fetchSession={async () => ({token: 't', expiresAt: 'later'})} class="leads" on:portico-ready={event => console.log(event.detail.me.tenantId)}>
      <portico-lead-inbox prop:tab="working" on:portico-lead-offer-action={event => event.detail.offers.length > 1 && event.preventDefault()} />
      {/* @ts-expect-error There is no such tab. */}
      <portico-lead-inbox prop:tab="wrong" />
      {/* @ts-expect-error There is no such detail. */}
      <portico-lead-inbox on:portico-lead-offer-action={event => event.detail.nothing} />
    </portico-portal>
  );
}
