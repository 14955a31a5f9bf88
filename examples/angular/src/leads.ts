import type {} from '@portico/widgets';
import {Component, CUSTOM_ELEMENTS_SCHEMA, input, output} from '@angular/core';
import '@portico/widgets/define/lead-inbox';
import '@portico/widgets/define/portal';
import {fetchSession} from '../../host-page/host.ts';

@Component({
  selector: 'app-leads',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <portico-portal api-url="/" [fetchSession]="fetchSession" [brand]="{color: '#0f766e'}" [locale]="locale()">
      <portico-lead-inbox (portico-lead-offer-select)="$event.detail.offer && opened.emit($event.detail.offer.id)" />
    </portico-portal>
  `,
})
export class Leads {
  readonly locale = input('en');
  readonly opened = output<string>();
  protected readonly fetchSession = fetchSession;
}
