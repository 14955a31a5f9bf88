import type {DealRegistrationController} from './deal-registration.controller.ts';

/** What the form needs of its element to take part in a form around it. */
export interface HostFormOptions {
  readonly internals: Partial<ElementInternals>;
  readonly deal: DealRegistrationController;
  /** Submits the registration. @returns Whether the server has taken it. */
  readonly submit: () => Promise<boolean>;
  /** Says what is to be mended, and moves the focus there. */
  readonly showIssues: () => void;
  /** Why it cannot be submitted yet, in words. */
  readonly reason: () => string;
}

/**
 * The place in a `<form>` of the page: the value is the registration's id, and the page's own submit button submits the registration first. The page's form goes
 * out once the server has taken it.
 */
export class HostForm {
  readonly #options: HostFormOptions;
  #form: HTMLFormElement | null = null;

  constructor(options: HostFormOptions) {
    this.#options = options;
  }

  /** The element entered a form, or left it. */
  follow(form: HTMLFormElement | null): void {
    this.#form?.removeEventListener('submit', this.#onSubmit, {capture: true});
    this.#form = form;
    form?.addEventListener('submit', this.#onSubmit, {capture: true});
  }

  /** Value and validity, after each rendering. */
  update(anchor: HTMLElement | undefined): void {
    const {internals, deal, reason} = this.#options;
    const id = deal.registration?.id ?? null;
    internals.setFormValue?.(id, id);
    if (deal.status === 'form' && deal.allIssues.length > 0) internals.setValidity?.({customError: true}, reason(), anchor);
    else internals.setValidity?.(deal.status === 'pending' ? {customError: true} : {}, deal.status === 'pending' ? reason() : '');
  }

  /** The browser found the form incomplete: said here rather than in its bubble. */
  refuse(event: Event): void {
    event.preventDefault();
    this.#options.showIssues();
  }

  readonly #onSubmit = (event: SubmitEvent) => {
    const {deal, submit} = this.#options;
    if (deal.status !== 'form') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const form = this.#form;
    void submit().then(isDone => isDone && form?.requestSubmit(event.submitter));
  };
}
