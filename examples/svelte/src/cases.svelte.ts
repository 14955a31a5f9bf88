import {flushSync, mount, unmount} from 'svelte';
import '../../../test/frameworks/case-elements.ts';
import type {CaseHost} from '../../../test/frameworks/cases.ts';
import FrameworkCase from './FrameworkCase.svelte';

const host: CaseHost = {
  mount(name, target) {
    const component = mount(FrameworkCase, {target, props: {name}});
    flushSync();
    return {
      update: () => flushSync(component.update),
      unmount: () => void unmount(component),
    };
  },
  async guide(target, onOpened) {
    const {default: Leads} = await import('./Leads.svelte');
    const props = $state({locale: 'en', onOpened});
    const component = mount(Leads, {target, props});
    return {update: () => void (props.locale = 'fi'), unmount: () => void unmount(component)};
  },
};
Object.assign(globalThis, {cases: host});
