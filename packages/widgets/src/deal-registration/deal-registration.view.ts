import type {nothing, TemplateResult} from 'lit';
import type {PortalController} from '../portal/portal.controller.ts';
import type {AllDealRegistrationStrings} from '../strings/deal-registration.strings.ts';
import type {Localize} from '../strings/localize.ts';
import type {FieldSpec} from './deal-fields.model.ts';
import type {DealRegistrationController} from './deal-registration.controller.ts';
import type {DealSetup, FieldIssue} from './deal-registration.model.ts';

/** The words of the form in the reader's language. */
export type Text = Localize<AllDealRegistrationStrings>;

/** What the views need to draw, and what they may do. */
export interface DealView {
  readonly deal: DealRegistrationController;
  readonly setup: DealSetup;
  readonly text: Text;
  readonly locale: string;
  readonly portal: PortalController | undefined;
  /** Views of later steps; `undefined` until their code has come. */
  readonly later: LaterViews | undefined;
  /** What has to be mended, by field. */
  readonly issues: ReadonlyMap<string, FieldIssue>;
  /** Whether the page around has switched the form off. */
  readonly disabled: boolean;
  readonly set: (path: string, value: string | boolean) => void;
  readonly next: () => void;
  readonly back: () => void;
  readonly goTo: (step: string) => void;
  readonly submit: () => void;
  readonly startOver: () => void;
  readonly focusField: (path: string) => void;
}

type View = TemplateResult | typeof nothing;

/** What comes while the session is asked for. */
export interface FormViews {
  form(view: DealView): View;
}

/** What comes with the later part. */
export interface LaterViews {
  /** A field that is more than one control. */
  field(view: DealView, path: string, spec: FieldSpec): View;
  /** Whether the customer is free. */
  claim(view: DealView): View;
  /** What has to be mended, above the fields. */
  summary(view: DealView): View;
  /** What one has to know before filling in: a request, changes by others, capacity, the connection. */
  notes(view: DealView): View;
  review(view: DealView): View;
  /** After the submission, or when nothing can be changed any more. */
  ending(view: DealView): View;
  /** What is wrong with a field, in words. */
  issueText(text: Text, issue: FieldIssue): string;
}
