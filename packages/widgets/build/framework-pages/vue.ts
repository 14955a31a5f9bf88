import '@portico/widgets/vue';
import type {GlobalComponents} from 'vue';

type Inbox = InstanceType<GlobalComponents['portico-lead-inbox']>['$props'];

export const inbox: Inbox = {tab: 'working', 'offer-id': '0199', class: 'leads', key: 1, onPorticoLeadOfferAction: event => event.detail.offers.length > 1 && event.preventDefault()};
export const portal: InstanceType<GlobalComponents['portico-portal']>['$props'] = {'api-url': '/', fetchSession: async () => ({token: 't', expiresAt: 'later'})};

// @ts-expect-error There is no such tab.
export const wrongTab: Inbox = {tab: 'wrong'};
// @ts-expect-error There is no such detail.
export const wrongDetail: Inbox = {onPorticoLeadOfferAction: event => event.detail.nothing};
