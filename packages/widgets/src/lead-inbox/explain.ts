import {explainProblem} from '../base/explain.ts';
import type {Text} from './lead-inbox.view.ts';

/** Codes that mean the same to a person: the key of their sentence. */
const sentences: Readonly<Record<string, string>> = {
  lead_offer_expired: 'news_expired',
  lead_offer_lost_race: 'news_lost_race',
  lead_offer_withdrawn: 'news_withdrawn',
  lead_offer_not_found: 'news_gone',
  lead_not_found: 'news_gone',
};

/** Says why something did not take effect. */
export function explain(text: Text, error: unknown): string {
  return explainProblem(text, error, sentences);
}
