import type {Api, Person} from '@portico/contract';
import type {MockHandlers, Scope} from './handlers.ts';
import {pageOf, sortRows, type Order} from './paging.ts';
import {problem} from './problem.ts';

const byName: Order<Person> = {keyOf: person => person.name.toLowerCase(), ids: 'up'};

export const personMocks: MockHandlers<Api['people']> = {
  list(input, scope) {
    const {q, partnerOrgId, side, externalId} = input;
    const words = q?.toLowerCase() ?? '';
    const people = visiblePeople(scope).filter(
      person =>
        person.name.toLowerCase().includes(words) &&
        (partnerOrgId === undefined || person.memberships.some(membership => membership.partnerOrgId === partnerOrgId)) &&
        (side === undefined || person.memberships.some(membership => (membership.partnerOrgId === null) === (side === 'vendor'))) &&
        (externalId === undefined || person.externalId === externalId),
    );
    return pageOf(sortRows(people, byName), byName, input, input);
  },
  get: ({id}, scope) => findPerson(scope, id),
  create(input, scope) {
    const {store} = scope;
    refuseTaken(scope, input.externalId);
    const now = store.now();
    const person = store.data.people.set({
      ...input,
      id: store.newId('person'),
      externalId: input.externalId ?? null,
      email: input.email ?? null,
      locale: input.locale ?? null,
      timeZone: input.timeZone ?? null,
      active: true,
      version: 1,
      createdAt: now,
      updatedAt: now,
    });
    store.change('person', person.id);
    return person;
  },
  update({id, version, ...input}, scope) {
    const person = findPerson(scope, id);
    if (person.version !== version) throw problem('version_conflict', {current: person});
    if (input.externalId !== person.externalId) refuseTaken(scope, input.externalId);
    const {externalId = person.externalId, email = person.email, locale = person.locale, timeZone = person.timeZone, name = person.name, memberships = person.memberships, active = person.active} = input;
    const changed = scope.store.update(scope.store.data.people, person, {externalId, email, locale, timeZone, name, memberships, active});
    scope.store.change('person', id);
    return changed;
  },
};

function visiblePeople({store, viewer}: Scope): Person[] {
  const people = store.data.people.values();
  if (viewer.side === 'vendor') return [...people];
  return people.filter(person => person.active && person.memberships.some(({partnerOrgId}) => partnerOrgId === viewer.partnerOrgId));
}

function findPerson(scope: Scope, id: string): Person {
  const person = visiblePeople(scope).find(each => each.id === id);
  if (!person) throw problem('person_not_found');
  return person;
}

function refuseTaken({store}: Scope, externalId: string | undefined): void {
  if (externalId !== undefined && store.data.people.values().some(person => person.externalId === externalId)) throw problem('external_id_taken');
}
