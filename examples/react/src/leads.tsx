import '@portico/widgets/define/lead-inbox';
import '@portico/widgets/define/portal';
import type {} from '@portico/widgets/react';
import {fetchSession} from '../../host-page/host.ts';

export function Leads({locale, onOpened}: {locale: string; onOpened: (id: string) => void}) {
  return (
    <portico-portal api-url="/" fetchSession={fetchSession} brand={{color: '#0f766e'}} locale={locale}>
      <portico-lead-inbox onportico-lead-offer-select={({detail: {offer}}) => offer && onOpened(offer.id)} />
    </portico-portal>
  );
}
