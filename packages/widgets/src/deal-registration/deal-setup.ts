import {LiveQuery} from '../base/live-query.ts';
import type {WidgetHost} from '../base/widget-host.ts';
import type {DealSetup} from './deal-registration.model.ts';

/** Reads the vendor's form and the programme, and keeps them current. */
export function readSetup(host: WidgetHost): LiveQuery<[], DealSetup> {
  return new LiveQuery<[], DealSetup>(host, {
    args: () => [],
    async read({client}, _, signal) {
      const [form, program, counts] = await Promise.all([
        client.dealForm.get({}, {signal}),
        client.program.get({}, {signal}),
        // Only a hint: without it the form works as well.
        client.dealRegistrations.counts({}, {signal}).catch(() => undefined),
      ]);
      return {form, program, capacityLeft: counts?.capacityLeft ?? null};
    },
    refreshOn: ['deal_form', 'program'],
  });
}
