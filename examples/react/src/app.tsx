import '@portico/widgets/define/deal-list';
import '@portico/widgets/define/deal-registration';
import '@portico/widgets/define/lead-inbox';
import '@portico/widgets/define/portal';
import type {} from '@portico/widgets/react';
import {useState} from 'react';
import {type Colour, colours, fetchSession, type Language, languages, mostLines, type View, views} from '../../host-page/host.ts';

/** A partner's page: no wrapper and no ref, for React 19 sets properties of elements and listens to their events. */
export function App() {
  const [view, setView] = useState<View | 'Form'>('Leads');
  const [dealId, setDealId] = useState<string>();
  const [language, setLanguage] = useState<Language>('en');
  const [colour, setColour] = useState<Colour>('Teal');
  const [lines, setLines] = useState<readonly string[]>([]);
  const note = (line: string) => setLines(lines => [line, ...lines].slice(0, mostLines));
  const openForm = (event: Event, dealId?: string) => {
    // The page shows the form itself.
    event.preventDefault();
    setDealId(dealId);
    setView('Form');
  };

  return (
    <>
      <header className="top">
        <h1 className="name">Nordhavn IT</h1>
        <nav aria-label="Pages">
          {views.map(each => (
            <button key={each} type="button" aria-current={each === (view === 'Form' ? 'Deals' : view) ? 'page' : undefined} onClick={() => setView(each)}>
              {each}
            </button>
          ))}
        </nav>
        <fieldset>
          <legend>Colour</legend>
          {(Object.keys(colours) as Colour[]).map(each => (
            <label key={each} className="swatch">
              <input type="radio" name="colour" value={each} aria-label={each} checked={each === colour} onChange={() => setColour(each)} />
            </label>
          ))}
        </fieldset>
        <select aria-label="Language" value={language} onChange={event => setLanguage(event.target.value as Language)}>
          {Object.entries(languages).map(([tag, name]) => (
            <option key={tag} value={tag}>
              {name}
            </option>
          ))}
        </select>
      </header>
      <div className="content">
        <main className="card">
          <portico-portal api-url="/" fetchSession={fetchSession} brand={colours[colour]} locale={language} onportico-ready={({detail}) => note(`Signed in as ${detail.me.person?.name}`)}>
            {view === 'Leads' && (
              <portico-lead-inbox
                onportico-lead-offer-select={({detail: {offer}}) => offer && note(`Opened “${offer.teaser.title}”`)}
                onportico-lead-offer-action-done={({detail: {action, offer}}) => action === 'accept' && note(`Accepted “${offer.teaser.title}”`)}
              />
            )}
            {view === 'Deals' && (
              <portico-deal-list
                onportico-deal-select={({detail: {deal}}) => deal && note(`Opened deal “${deal.name}”`)}
                onportico-deal-register={event => openForm(event)}
                onportico-deal-edit={event => openForm(event, event.detail.deal.id)}
              />
            )}
            {view === 'Form' && <portico-deal-registration dealRegistrationId={dealId} onportico-deal-registration-submitted={() => setView('Deals')} />}
          </portico-portal>
        </main>
        <aside className="card happened" aria-label="What happened">
          <h2>What happened</h2>
          {lines.length === 0 ? <p>Open a lead, and it is noted here.</p> : null}
          <ol>
            {lines.map((line, index) => (
              <li key={lines.length - index}>{line}</li>
            ))}
          </ol>
        </aside>
      </div>
    </>
  );
}
