import {z} from 'zod';
import {Currency} from './money.ts';
import {PartnerEventName} from './partner-event/partner-event.schema.ts';

/**
 * What a partner has to reach: points that rules gave, minor units of deals won in a currency, or how often an event happened. It counts by when things happened;
 * what was taken back or waits for a person does not count, nor do points of challenges and what was paid for rewards.
 */
export const Goal = z.discriminatedUnion('metric', [
  z.object({metric: z.literal('points'), target: z.int().min(1).max(1_000_000_000)}),
  z.object({metric: z.literal('revenue'), target: z.int().min(1).max(1_000_000_000_000_000), currency: Currency}),
  z.object({metric: z.literal('events'), target: z.int().min(1).max(1_000_000), event: PartnerEventName}),
]);
export type Goal = z.infer<typeof Goal>;
