import {ApiError} from '@portico/client';
import type {Client} from '@portico/client';
import type {Activity, Lead, LostReason, NewActivity} from '@portico/contract';
import {act} from '../base/mutation.ts';
import type {WidgetHost} from '../base/widget-host.ts';
import type {LeadDeskData} from './lead-desk.data.ts';
import {LeadActionDoneEvent, LeadActionEvent} from './lead-desk.events.ts';
import type {LeadChanges, LeadDeskAction, LeadToSend, OfferInput, WithdrawInput} from './lead-desk.model.ts';
import {afterClose, afterOffer, afterQuarantine, afterRecycle, afterUpdate, afterWithdraw} from './lead-desk.optimism.ts';
import {explainProblem, type Terms} from './lead-desk.words.ts';

/** What became of an act: the lead as the server has it, or why not. `undefined`: the page cancelled it. */
export type Outcome = {lead: Lead} | {code: string; sentence: string; detail: string | undefined} | undefined;

interface Places {
  list: Pick<LeadDeskData['list'], 'begin' | 'take'>;
  /** The lead that is open, on the list or not. */
  detail: Pick<LeadDeskData['detail'], 'value'>;
  text: Terms;
  /** Hears of a version that an act brought about, before it is shown. */
  noteOwn: (lead: Lead) => void;
}

/** Bulk acts send this many at once: quick, and far from the rate limit. */
const lanes = 4;

/** The acts of vendor staff: shown at once, sent, and taken back with a reason when they fail. */
export class LeadDeskActs {
  readonly #host: WidgetHost;
  readonly #places: Places;

  constructor(host: WidgetHost, places: Places) {
    this.#host = host;
    this.#places = places;
  }

  get #client(): Client {
    const client = this.#host.portal?.client;
    if (!client) throw new Error('There is no portal around the lead desk.');
    return client;
  }

  get #now(): string {
    return new Date(this.#host.portal?.now() ?? 0).toISOString();
  }

  /** Asks the page whether an act may go ahead. */
  allow(action: LeadDeskAction, leads: readonly Lead[], input: object = {}): boolean {
    return this.#host.dispatchEvent(new LeadActionEvent({action, leads, input: {...input}}));
  }

  offer(lead: Lead, {partnerOrg, assigneeId, acceptWithinHours, override, comment}: OfferInput): Promise<Outcome> {
    const input = {
      partnerOrgId: partnerOrg.id,
      ...(assigneeId && {assigneeId}),
      ...(acceptWithinHours && {acceptWithinHours}),
      ...(override && {override}),
      ...(comment && {comment}),
    };
    const shown = afterOffer(lead, partnerOrg, this.#now, acceptWithinHours);
    return this.#run('offer', lead, shown, client => client.leads.offer({id: lead.id, version: lead.version, ...input}));
  }

  withdraw(lead: Lead, {reason, comment}: WithdrawInput): Promise<Outcome> {
    const {offer} = lead;
    const shown = afterWithdraw(lead, reason, this.#now);
    return this.#run('withdraw', lead, shown, async client => {
      if (offer) await client.leadOffers.withdraw({id: offer.id, version: offer.version, reason, ...(comment && {comment})});
      // The withdrawal has taken effect, whatever becomes of reading it.
      return client.leads.get({id: lead.id}).catch(() => shown);
    });
  }

  /** Takes the lead from the partner who has it and offers it to another. */
  async reoffer(lead: Lead, withdrawal: WithdrawInput, offer: OfferInput): Promise<Outcome> {
    const withdrawn = await this.withdraw(lead, withdrawal);
    return withdrawn && 'lead' in withdrawn ? this.offer(withdrawn.lead, offer) : withdrawn;
  }

  route(lead: Lead): Promise<Outcome> {
    // Which partner the rules find is theirs to say: nothing is shown before.
    return this.#run('route', lead, lead, client => client.leads.route({id: lead.id, version: lead.version}));
  }

  quarantine(lead: Lead, {comment}: {comment?: string | undefined} = {}): Promise<Outcome> {
    return this.#run('quarantine', lead, afterQuarantine(lead), client =>
      client.leads.quarantine({id: lead.id, version: lead.version, ...(comment && {comment})}),
    );
  }

  recycle(lead: Lead): Promise<Outcome> {
    return this.#run('recycle', lead, afterRecycle(lead), client => client.leads.recycle({id: lead.id, version: lead.version}));
  }

  close(lead: Lead, {reason, comment}: {reason: LostReason; comment?: string | undefined}): Promise<Outcome> {
    return this.#run('close', lead, afterClose(lead, reason, this.#now), client =>
      client.leads.close({id: lead.id, version: lead.version, reason, ...(comment && {comment})}),
    );
  }

  update(lead: Lead, changes: LeadChanges): Promise<Outcome> {
    return this.#run('update', lead, afterUpdate(lead, changes), client => client.leads.update({id: lead.id, version: lead.version, ...changes}));
  }

  /** Notes something on a lead. Throws what the client throws: the text stays with the one who wrote it. */
  async note(lead: Lead, note: NewActivity): Promise<Activity> {
    const activity = await this.#client.activities.createForLead({leadId: lead.id, ...note});
    this.#host.dispatchEvent(new LeadActionDoneEvent('note', lead));
    return activity;
  }

  /** Sends a new lead to the programme. Throws what the client throws. */
  async create(lead: LeadToSend): Promise<{lead: Lead; outcome: 'created' | 'attached'}> {
    const receipt = await this.#client.leads.create(lead);
    this.#places.noteOwn(receipt.lead);
    this.#places.list.take(receipt.lead);
    this.#host.dispatchEvent(new LeadActionDoneEvent('create', receipt.lead));
    return receipt;
  }

  /** Lets the rules choose a partner, or puts the lead back, and says what came of it. */
  async now(action: 'route' | 'recycle', lead: Lead): Promise<void> {
    if (!this.allow(action, [lead])) return;
    const outcome = await this[action](lead);
    if (!this.#say(outcome)) return;
    const {text} = this.#places;
    const partner = outcome.lead.status === 'offered' ? outcome.lead.offer?.partnerOrg.name : undefined;
    const sentence = action === 'recycle' ? text.term('putBack') : partner ? text.term('routedTo', partner) : text.term('routedToNobody');
    this.#host.portal?.notify({tone: action === 'recycle' || partner ? 'success' : 'neutral', text: sentence});
  }

  /** Says that a lead was offered, and lets it be undone. */
  sayOffered(lead: Lead): void {
    const partner = lead.offer?.partnerOrg.name;
    if (!partner) return;
    const {text} = this.#places;
    const run = async () => void this.#say(await this.withdraw(lead, {reason: 'sent_by_mistake'}));
    this.#host.portal?.notify({tone: 'success', text: text.term('offeredTo', partner), action: {label: text.term('undo'), run: () => void run()}});
  }

  /** Says why an act did not take effect. */
  #say(outcome: Outcome): outcome is {lead: Lead} {
    if (outcome && 'lead' in outcome) return true;
    if (outcome?.sentence) this.#host.portal?.notify({tone: 'danger', text: [outcome.sentence, outcome.detail].filter(Boolean).join(' ')});
    return false;
  }

  /**
   * Does the same to many leads, a few at a time.
   *
   * @param step - Called after each with how many are through.
   * @returns The outcomes, in the order of the leads.
   */
  async all(leads: readonly Lead[], one: (lead: Lead) => Promise<Outcome>, step: (done: number) => void): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    let next = 0;
    let done = 0;
    const lane = async () => {
      while (next < leads.length) {
        const at = next++;
        outcomes[at] = await one(leads[at] as Lead);
        step(++done);
      }
    };
    await Promise.all(leads.slice(0, lanes).map(lane));
    return outcomes;
  }

  async #run(action: LeadDeskAction, lead: Lead, shown: Lead, send: (client: Client) => Promise<Lead>): Promise<Outcome> {
    let failure: {code: string; sentence: string; detail: string | undefined} | undefined;
    const answer = await act<Lead>(this.#host, {
      show: () => this.#show(lead, shown),
      send: () => send(this.#client),
      explain: error => {
        const known = error instanceof ApiError ? error : undefined;
        // No words yet: a page that cancels the error event says them itself.
        failure = {code: known?.code ?? 'script', sentence: '', detail: undefined};
        return explainProblem(error, this.#places.text);
      },
      tell: (sentence, error) => {
        if (failure) failure = {...failure, sentence, detail: error instanceof ApiError ? error.problem.detail : undefined};
      },
    });
    if (!answer) {
      void this.#readAgain(lead.id);
      return failure;
    }
    this.#host.dispatchEvent(new LeadActionDoneEvent(action, answer));
    return {lead: answer};
  }

  /** Shows a lead as it will be, in the list and beside it. */
  #show(lead: Lead, shown: Lead) {
    const {list, detail} = this.#places;
    const end = list.begin(lead.id, () => shown);
    const isOpen = () => detail.value?.id === lead.id;
    if (isOpen()) detail.value = shown;
    return (answer?: Lead) => {
      if (answer) this.#places.noteOwn(answer);
      end(answer);
      if (isOpen()) detail.value = answer ?? lead;
    };
  }

  /** What was refused was most likely refused because the lead has changed. */
  async #readAgain(id: string) {
    const {list, detail} = this.#places;
    try {
      const lead = await this.#client.leads.get({id});
      list.take(lead);
      if (detail.value?.id === id) detail.value = lead;
    } catch {
      // The feed or the next reading brings it.
    }
  }
}
