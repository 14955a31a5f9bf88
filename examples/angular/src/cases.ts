import {createComponent} from '@angular/core';
import {createApplication} from '@angular/platform-browser';
import '../../../test/frameworks/case-elements.ts';
import type {CaseHost} from '../../../test/frameworks/cases.ts';
import {FrameworkCase} from './framework-case.ts';

const application = await createApplication();

const host: CaseHost = {
  mount(name, root) {
    const hostElement = root.appendChild(document.createElement('div'));
    const component = createComponent(FrameworkCase, {environmentInjector: application.injector, hostElement});
    const {instance} = component;
    instance.name.set(name);
    application.attachView(component.hostView);
    return {
      update: () => instance.n.update(n => n + 1),
      unmount() {
        component.destroy();
        hostElement.remove();
      },
    };
  },
  async guide(root, opened) {
    const {Leads} = await import('./leads.ts');
    const component = createComponent(Leads, {environmentInjector: application.injector, hostElement: root});
    component.instance.opened.subscribe(opened);
    application.attachView(component.hostView);
    return {update: () => component.setInput('locale', 'fi'), unmount: () => component.destroy()};
  },
};
Object.assign(globalThis, {cases: host});
