import {bootstrapApplication} from '@angular/platform-browser';
import {PartnerPage} from './partner-page.ts';

await bootstrapApplication(PartnerPage);
