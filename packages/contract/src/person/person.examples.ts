import type {Person} from './person.schema.ts';

const at = '2026-11-02T08:00:00.000Z';
const lumen = '0193a0c0-0000-7000-8000-000000000101';
const bergmann = '0193a0c0-0000-7000-8000-000000000102';

function person(number: number, name: string, email: string, rest: Pick<Person, 'locale' | 'timeZone' | 'memberships'>): Person {
  const id = `0193a0c0-0000-7000-8000-0000000002${String(number).padStart(2, '0')}`;
  return {id, externalId: `u-${number}`, name, email, active: true, version: 1, createdAt: at, updatedAt: at, ...rest};
}

/** Two people at the vendor and four at two partners. */
export const personExamples = {
  priya: person(1, 'Priya Raman', 'priya.raman@aurora.example', {locale: 'en', timeZone: 'Europe/London', memberships: [{partnerOrgId: null, roles: ['channel_manager']}]}),
  tomas: person(2, 'Tomás Ortega', 'tomas.ortega@aurora.example', {locale: 'en', timeZone: 'Europe/Madrid', memberships: [{partnerOrgId: null, roles: ['channel_admin']}]}),
  aino: person(3, 'Aino Virtanen', 'aino@lumen.example', {locale: 'fi', timeZone: 'Europe/Helsinki', memberships: [{partnerOrgId: lumen, roles: ['sales_lead', 'org_admin']}]}),
  mika: person(4, 'Mika Korhonen', 'mika@lumen.example', {locale: 'fi', timeZone: 'Europe/Helsinki', memberships: [{partnerOrgId: lumen, roles: ['sales_rep']}]}),
  linh: person(5, 'Nguyễn Thùy Linh', 'linh@lumen.example', {locale: 'vi', timeZone: 'Asia/Ho_Chi_Minh', memberships: [{partnerOrgId: lumen, roles: ['sales_rep']}]}),
  jonas: person(6, 'Jonas Bergmann', 'jonas@bergmann.example', {locale: 'de', timeZone: 'Europe/Berlin', memberships: [{partnerOrgId: bergmann, roles: ['sales_lead']}]}),
} satisfies Record<string, Person>;
