import '@portico/widgets/svelte';
import type {SvelteHTMLElements} from 'svelte/elements';

type Inbox = SvelteHTMLElements['portico-lead-inbox'];

export const inbox: Inbox = {tab: 'working', 'offer-id': '0199', class: 'leads', 'onportico-lead-offer-action': event => event.detail.offers.length > 1 && event.preventDefault()};
export const portal: SvelteHTMLElements['portico-portal'] = {'api-url': '/', fetchSession: async () => ({token: 't', expiresAt: 'later'})};

// @ts-expect-error There is no such tab.
export const wrongTab: Inbox = {tab: 'wrong'};
// @ts-expect-error There is no such detail.
export const wrongDetail: Inbox = {'onportico-lead-offer-action': event => event.detail.nothing};
