import type {} from '@portico/widgets/preact';
import {type ComponentChildren, type Ref, render} from 'preact';
import {useLayoutEffect, useRef, useState} from 'preact/hooks';
import '../../../test/frameworks/case-elements.ts';
import type {CaseHost, CaseName} from '../../../test/frameworks/cases.ts';

interface Drawing {
  /** How often it was rendered again. */
  readonly n: number;
  /** Raises the number beside. */
  readonly hear: () => void;
}

const drawings: Record<CaseName, (drawing: Drawing) => ComponentChildren> = {
  // Preact asks an element for a property before it sets one; where a definition may come late, a ref sets it.
  'late-definition': () => (
    <portico-portal ref={portal => void (portal && Object.assign(portal, {fetchSession: async () => null, brand: {color: '#0f766e'}}))}>
      <portico-lead-inbox tab="working" offer-id="0199" />
    </portico-portal>
  ),
  childless: () => <case-plain />,
  'own-content': () => <case-frame />,
  'changing-text': ({n}) => <case-frame>Number {n}</case-frame>,
  'show-and-hide': ({n}) => <section>{n % 2 === 0 && <case-frame>Number {n}</case-frame>}</section>,
  'kept-children': ({n}) => (
    <case-frame>
      <b>Kept</b>
      {n % 2 === 1 && <i>More</i>}
    </case-frame>
  ),
  boolean: ({n}) => <case-values flag={n % 2 === 0} />,
  number: ({n}) => <case-values count={42 + n} />,
  string: ({n}) => <case-values words={`Number ${n}`} />,
  object: ({n}) => <case-values record={{n}} />,
  array: ({n}) => <case-values entries={[n, 'last']} />,
  'camel-case-property': ({n}) => <case-values camelCase={{n}} />,
  'listener-on-the-element': ({hear}) => <Listening type="case-event" hear={hear} />,
  'event-in-lowercase': ({hear}) => <case-events oncaseevent={hear} />,
  'event-in-kebab-case': ({hear}) => <case-events oncase-event={hear} />,
  'event-in-camel-case': ({hear}) => <case-events oncaseEvent={hear} />,
  // What begins with a capital Preact takes for an event of the browser, whose names it knows in small letters: a ref hears these.
  'event-in-capitals': ({hear}) => <Listening type="CASEEVENT" hear={hear} />,
  'event-in-pascal-case': ({hear}) => <Listening type="CaseEvent" hear={hear} />,
  'portal-properties': ({n}) => <portico-portal fetchSession={async () => null} brand={n % 2 === 0 ? '#0f766e' : {color: '#b45309'}} outbox={n % 2 === 1} locale={n % 2 === 0 ? 'en' : 'fi'} />,
  'portal-children': ({n}) => (
    <portico-portal>
      <h2>Leads</h2>
      {n % 2 === 0 && <portico-lead-inbox />}
    </portico-portal>
  ),
  'inbox-properties': ({n}) => (n % 2 === 0 ? <portico-lead-inbox tab="new" density="compact" offerId="0198" /> : <portico-lead-inbox tab="working" density="comfortable" offerId="0199" />),
  'inbox-events': ({hear}) => (
    <portico-lead-inbox
      onportico-lead-offer-select={event => {
        event.preventDefault();
        hear();
      }}
    />
  ),
};

function Listening({type, hear}: {readonly type: string; readonly hear: () => void}) {
  const element = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const listening = new AbortController();
    element.current?.addEventListener(type, hear, {signal: listening.signal});
    return () => listening.abort();
  }, [type, hear]);
  return <case-events ref={element} />;
}

function Case({name, n}: {readonly name: CaseName; readonly n: number}) {
  const [heard, setHeard] = useState(0);
  const [hear] = useState(() => () => setHeard(heard => heard + 1));
  return (
    <>
      {drawings[name]({n, hear})}
      <output class="updates">{n}</output>
      <output class="heard">{heard}</output>
    </>
  );
}

const host: CaseHost = {
  mount(name, root) {
    let n = 0;
    const draw = () => render(<Case name={name} n={n} />, root);
    draw();
    return {
      update() {
        n += 1;
        draw();
      },
      unmount: () => render(null, root),
    };
  },
  async guide(root, onOpened) {
    const {Leads} = await import('./leads.tsx');
    const draw = (locale: string) => render(<Leads locale={locale} onOpened={onOpened} />, root);
    draw('en');
    return {update: () => draw('fi'), unmount: () => render(null, root)};
  },
};
Object.assign(globalThis, {cases: host});

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      [tag: `case-${string}`]: {readonly [name: string]: unknown; readonly children?: ComponentChildren; readonly ref?: Ref<HTMLElement>};
    }
  }
}
