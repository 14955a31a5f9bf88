import '@portico/widgets/define/lead-inbox';
import '@portico/widgets/define/portal';
import type {} from '@portico/widgets/solid';
import {fetchSession} from '../../host-page/host.ts';

export function Leads(props: {locale: string; onOpened: (id: string) => void}) {
  return (
    <portico-portal api-url="/" prop:fetchSession={fetchSession} prop:brand={{color: '#0f766e'}} prop:locale={props.locale}>
      <portico-lead-inbox on:portico-lead-offer-select={({detail: {offer}}) => offer && props.onOpened(offer.id)} />
    </portico-portal>
  );
}
