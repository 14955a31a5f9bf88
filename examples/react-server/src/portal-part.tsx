import '@portico/widgets/define/deal-list';
import '@portico/widgets/define/deal-registration';
import '@portico/widgets/define/lead-inbox';
import '@portico/widgets/define/portal';
import type {} from '@portico/widgets/react';
import {useState} from 'react';
import {colours, fetchSession} from '../../host-page/host.ts';
import type {PartProps} from './page.tsx';
import {useTakenOver} from './taken-over.ts';

/**
 * The widgets, as a file with `'use client'` has them in Next: this module runs on the server, too, which has no DOM.
 *
 * What a server can write into a page are attributes. Properties and listeners React sets when they change, and not when it takes a page over: so they come after that.
 * Widgets may be there before React is, and have state in attributes of their own: `suppressHydrationWarning` says that this is in order.
 */
export function PortalPart({view, language, colour, turnTo, note}: PartProps) {
  const isTakenOver = useTakenOver();
  const [dealId, setDealId] = useState<string>();
  const openForm = (event: Event, dealId?: string) => {
    // The page shows the form itself.
    event.preventDefault();
    setDealId(dealId);
    turnTo('Form');
  };

  return (
    <portico-portal
      api-url="/"
      brand={colours[colour]}
      locale={language}
      suppressHydrationWarning
      fetchSession={isTakenOver ? fetchSession : undefined}
      onportico-ready={isTakenOver ? ({detail}) => note(`Signed in as ${detail.me.person?.name}`) : undefined}
    >
      {view === 'Leads' && (
        <portico-lead-inbox
          suppressHydrationWarning
          onportico-lead-offer-select={isTakenOver ? ({detail: {offer}}) => offer && note(`Opened “${offer.teaser.title}”`) : undefined}
          onportico-lead-offer-action-done={isTakenOver ? ({detail: {action, offer}}) => action === 'accept' && note(`Accepted “${offer.teaser.title}”`) : undefined}
        />
      )}
      {view === 'Deals' && (
        <portico-deal-list
          onportico-deal-select={({detail: {deal}}) => deal && note(`Opened deal “${deal.name}”`)}
          onportico-deal-register={event => openForm(event)}
          onportico-deal-edit={event => openForm(event, event.detail.deal.id)}
        />
      )}
      {view === 'Form' && <portico-deal-registration dealRegistrationId={dealId} onportico-deal-registration-submitted={() => turnTo('Deals')} />}
    </portico-portal>
  );
}
