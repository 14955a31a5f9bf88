import type {} from '@portico/widgets/solid';
import {createSignal, type JSX, onCleanup, Show} from 'solid-js';
import {render} from 'solid-js/web';
import '../../../test/frameworks/case-elements.ts';
import type {CaseHost, CaseName} from '../../../test/frameworks/cases.ts';

interface Drawing {
  /** How often it was rendered again. */
  readonly n: number;
  /** Raises the number beside. */
  readonly hear: () => void;
}

const drawings: Record<CaseName, (drawing: Drawing) => JSX.Element> = {
  'late-definition': () => (
    <portico-portal prop:fetchSession={async () => null} prop:brand={{color: '#0f766e'}}>
      <portico-lead-inbox prop:tab="working" prop:offerId="0199" />
    </portico-portal>
  ),
  childless: () => <case-plain />,
  'own-content': () => <case-frame />,
  'changing-text': drawing => <case-frame>Number {drawing.n}</case-frame>,
  'show-and-hide': drawing => (
    <section>
      <Show when={drawing.n % 2 === 0}>
        <case-frame>Number {drawing.n}</case-frame>
      </Show>
    </section>
  ),
  'kept-children': drawing => (
    <case-frame>
      <b>Kept</b>
      <Show when={drawing.n % 2 === 1}>
        <i>More</i>
      </Show>
    </case-frame>
  ),
  boolean: drawing => <case-values prop:flag={drawing.n % 2 === 0} />,
  number: drawing => <case-values prop:count={42 + drawing.n} />,
  string: drawing => <case-values prop:words={`Number ${drawing.n}`} />,
  object: drawing => <case-values prop:record={{n: drawing.n}} />,
  array: drawing => <case-values prop:entries={[drawing.n, 'last']} />,
  'camel-case-property': drawing => <case-values prop:camelCase={{n: drawing.n}} />,
  'listener-on-the-element': ({hear}) => {
    const listen = (element: HTMLElement) => {
      element.addEventListener('case-event', hear);
      onCleanup(() => element.removeEventListener('case-event', hear));
    };
    return <case-events ref={listen} />;
  },
  'event-in-lowercase': ({hear}) => <case-events on:caseevent={hear} />,
  'event-in-kebab-case': ({hear}) => <case-events on:case-event={hear} />,
  'event-in-camel-case': ({hear}) => <case-events on:caseEvent={hear} />,
  'event-in-capitals': ({hear}) => <case-events on:CASEEVENT={hear} />,
  'event-in-pascal-case': ({hear}) => <case-events on:CaseEvent={hear} />,
  'portal-properties': drawing => {
    const isOdd = () => drawing.n % 2 === 1;
    const newSession = (n: number) => async () => (n < 0 ? undefined : null);
    return <portico-portal prop:fetchSession={newSession(drawing.n)} prop:brand={isOdd() ? {color: '#b45309'} : '#0f766e'} prop:outbox={isOdd()} prop:locale={isOdd() ? 'fi' : 'en'} />;
  },
  'portal-children': drawing => (
    <portico-portal>
      <h2>Leads</h2>
      <Show when={drawing.n % 2 === 0}>
        <portico-lead-inbox />
      </Show>
    </portico-portal>
  ),
  'inbox-properties': drawing => {
    const isOdd = () => drawing.n % 2 === 1;
    return <portico-lead-inbox prop:tab={isOdd() ? 'working' : 'new'} prop:density={isOdd() ? 'comfortable' : 'compact'} prop:offerId={isOdd() ? '0199' : '0198'} />;
  },
  'inbox-events': ({hear}) => (
    <portico-lead-inbox
      on:portico-lead-offer-select={event => {
        event.preventDefault();
        hear();
      }}
    />
  ),
};

const host: CaseHost = {
  mount(name, root) {
    const [n, setN] = createSignal(0);
    const [heard, setHeard] = createSignal(0);
    const drawing: Drawing = {
      get n() {
        return n();
      },
      hear: () => setHeard(heard => heard + 1),
    };
    const unmount = render(
      () => (
        <>
          {drawings[name](drawing)}
          <output class="updates">{n()}</output>
          <output class="heard">{heard()}</output>
        </>
      ),
      root,
    );
    return {update: () => void setN(n => n + 1), unmount};
  },
  async guide(root, onOpened) {
    const {Leads} = await import('./leads.tsx');
    const [locale, setLocale] = createSignal('en');
    const unmount = render(() => <Leads locale={locale()} onOpened={onOpened} />, root);
    return {update: () => void setLocale('fi'), unmount};
  },
};
Object.assign(globalThis, {cases: host});

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
      [tag: `case-${string}`]: {readonly [name: string]: unknown; readonly children?: JSX.Element; readonly ref?: (element: HTMLElement) => void};
    }
  }
}
