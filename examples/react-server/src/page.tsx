import {type ComponentType, useState} from 'react';
import {type Colour, colours, type Language, languages, mostLines, type View, views} from '../../host-page/host.ts';

/** A page of the site, or the form that one of them leads to. */
export type Place = View | 'Form';

/** What the page says to the part of it that holds the widgets. */
export interface PartProps {
  readonly view: Place;
  readonly language: Language;
  readonly colour: Colour;
  readonly turnTo: (view: Place) => void;
  /** Adds a line to what happened. */
  readonly note: (line: string) => void;
}

/** A partner's page, on the server and in the browser. */
export function Page({Part}: {readonly Part: ComponentType<PartProps>}) {
  const [view, setView] = useState<Place>('Leads');
  const [language, setLanguage] = useState<Language>('en');
  const [colour, setColour] = useState<Colour>('Teal');
  const [lines, setLines] = useState<readonly string[]>([]);
  const note = (line: string) => setLines(lines => [line, ...lines].slice(0, mostLines));

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
          <Part view={view} language={language} colour={colour} turnTo={setView} note={note} />
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
