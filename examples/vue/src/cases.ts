import {createApp, h, nextTick, ref} from 'vue';
import '../../../test/frameworks/case-elements.ts';
import type {CaseHost} from '../../../test/frameworks/cases.ts';
import FrameworkCase from './FrameworkCase.vue';

const host: CaseHost = {
  mount(name, root) {
    const n = ref(0);
    const app = createApp({render: () => h(FrameworkCase, {name, n: n.value})});
    app.mount(root);
    return {
      update() {
        n.value += 1;
        return nextTick();
      },
      unmount: () => app.unmount(),
    };
  },
  async guide(root, onOpened) {
    const {default: Leads} = await import('./Leads.vue');
    const locale = ref('en');
    const app = createApp({render: () => h(Leads, {locale: locale.value, onOpened})});
    app.mount(root);
    return {update: () => void (locale.value = 'fi'), unmount: () => app.unmount()};
  },
};
Object.assign(globalThis, {cases: host});

/** An element that takes anything. */
type CaseTag = new () => {$props: Readonly<Record<string, unknown>>};

declare module 'vue' {
  interface GlobalComponents {
    'case-plain': CaseTag;
    'case-frame': CaseTag;
    'case-values': CaseTag;
    'case-events': CaseTag;
  }
}
