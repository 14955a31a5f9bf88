import {Component, CUSTOM_ELEMENTS_SCHEMA, signal} from '@angular/core';
import type {} from '@portico/widgets';
import '@portico/widgets/define/deal-list';
import '@portico/widgets/define/deal-registration';
import '@portico/widgets/define/lead-inbox';
import '@portico/widgets/define/portal';
import {type Colour, colours, fetchSession, type Language, languages, mostLines, type View, views} from '../../host-page/host.ts';

/** A partner's page: the schema lets the template use elements that are not Angular's; what their events bring is typed. */
@Component({selector: 'partner-page', schemas: [CUSTOM_ELEMENTS_SCHEMA], templateUrl: './partner-page.html'})
export class PartnerPage {
  protected readonly fetchSession = fetchSession;
  protected readonly views = views;
  protected readonly languages = Object.entries(languages);
  protected readonly colours = Object.entries(colours) as [Colour, string][];
  protected readonly view = signal<View | 'Form'>('Leads');
  protected readonly dealId = signal<string | undefined>(undefined);
  protected readonly language = signal<Language>('en');
  protected readonly colour = signal<string>(colours.Teal);
  protected readonly lines = signal<readonly string[]>([]);

  protected openForm(event: Event, id?: string): void {
    // The page shows the form itself.
    event.preventDefault();
    this.dealId.set(id);
    this.view.set('Form');
  }

  protected choose(select: EventTarget | null): void {
    if (select instanceof HTMLSelectElement) this.language.set(select.value as Language);
  }

  protected note(line: string): void {
    this.lines.update(lines => [line, ...lines].slice(0, mostLines));
  }
}
