import {defineElement} from '../base/define-element.ts';
import {DealReview} from '../deal-review/deal-review.ts';

defineElement('portico-deal-review', DealReview);

declare global {
  interface HTMLElementTagNameMap {
    'portico-deal-review': DealReview;
  }
}
