/** @jsxImportSource react */
import '@portico/widgets/react';
import {useRef} from 'react';
import type {Portal} from '@portico/widgets/elements/portal';

export function LeadsPage() {
  const portal = useRef<Portal>(null);
  return (
    <portico-portal ref={portal} api-url="/" fetchSession={async () => ({token: 't', expiresAt: 'later'})} className="leads" onportico-ready={event => console.log(event.detail.me.person?.id, event.currentTarget.controller)}>
      <portico-lead-inbox tab="working" offerId={undefined} onportico-lead-offer-action={event => event.detail.offers.length > 1 && event.preventDefault()} />
      <portico-lead-inbox offer-id="0199" density="compact" />
      {/* @ts-expect-error There is no such tab. */}
      <portico-lead-inbox tab="wrong" />
      {/* @ts-expect-error There is no such property. */}
      <portico-lead-inbox colour="red" />
      {/* @ts-expect-error There is no such detail. */}
      <portico-lead-inbox onportico-lead-offer-action={event => event.detail.nothing} />
      {/* @ts-expect-error There is no such widget. */}
      <portico-nothing />
    </portico-portal>
  );
}
