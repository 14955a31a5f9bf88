import '@portico/widgets/define/deal-list';
import '@portico/widgets/define/deal-registration';
import '@portico/widgets/define/lead-inbox';
import '@portico/widgets/define/portal';
import type {} from '@portico/widgets/solid';
import {createSignal, For, Match, Show, Switch} from 'solid-js';
import {type Colour, colours, fetchSession, type Language, languages, mostLines, type View, views} from '../../host-page/host.ts';

/** A partner's page: `prop:` sets a property of an element, `on:` listens to its events. */
export function App() {
  const [view, setView] = createSignal<View | 'Form'>('Leads');
  const [dealId, setDealId] = createSignal<string>();
  const [language, setLanguage] = createSignal<Language>('en');
  const [colour, setColour] = createSignal<Colour>('Teal');
  const [lines, setLines] = createSignal<readonly string[]>([]);
  const note = (line: string) => setLines(lines => [line, ...lines].slice(0, mostLines));
  const openForm = (event: Event, dealId?: string) => {
    // The page shows the form itself.
    event.preventDefault();
    setDealId(dealId);
    setView('Form');
  };

  return (
    <>
      <header class="top">
        <h1 class="name">Nordhavn IT</h1>
        <nav aria-label="Pages">
          <For each={views}>
            {each => (
              <button type="button" aria-current={each === (view() === 'Form' ? 'Deals' : view()) ? 'page' : undefined} onClick={() => setView(each)}>
                {each}
              </button>
            )}
          </For>
        </nav>
        <fieldset>
          <legend>Colour</legend>
          <For each={Object.keys(colours) as Colour[]}>
            {each => (
              <label class="swatch">
                <input type="radio" name="colour" value={each} aria-label={each} checked={each === colour()} onChange={() => setColour(each)} />
              </label>
            )}
          </For>
        </fieldset>
        <select aria-label="Language" value={language()} onChange={event => setLanguage(event.currentTarget.value as Language)}>
          <For each={Object.entries(languages)}>{([tag, name]) => <option value={tag}>{name}</option>}</For>
        </select>
      </header>
      <div class="content">
        <main class="card">
          <portico-portal api-url="/" prop:fetchSession={fetchSession} prop:brand={colours[colour()]} prop:locale={language()} on:portico-ready={({detail}) => note(`Signed in as ${detail.me.person?.name}`)}>
            <Switch>
              <Match when={view() === 'Leads'}>
                <portico-lead-inbox
                  on:portico-lead-offer-select={({detail: {offer}}) => offer && note(`Opened “${offer.teaser.title}”`)}
                  on:portico-lead-offer-action-done={({detail: {action, offer}}) => action === 'accept' && note(`Accepted “${offer.teaser.title}”`)}
                />
              </Match>
              <Match when={view() === 'Deals'}>
                <portico-deal-list
                  on:portico-deal-select={({detail: {deal}}) => deal && note(`Opened deal “${deal.name}”`)}
                  on:portico-deal-register={event => openForm(event)}
                  on:portico-deal-edit={event => openForm(event, event.detail.deal.id)}
                />
              </Match>
              <Match when={view() === 'Form'}>
                <portico-deal-registration prop:dealRegistrationId={dealId()} on:portico-deal-registration-submitted={() => setView('Deals')} />
              </Match>
            </Switch>
          </portico-portal>
        </main>
        <aside class="card happened" aria-label="What happened">
          <h2>What happened</h2>
          <Show when={lines().length === 0}>
            <p>Open a lead, and it is noted here.</p>
          </Show>
          <ol>
            <For each={lines()}>{line => <li>{line}</li>}</For>
          </ol>
        </aside>
      </div>
    </>
  );
}
