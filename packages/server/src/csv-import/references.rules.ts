import {fold} from './places.rules.ts';

export interface KnownProduct {
  readonly name: string;
  readonly aliases: readonly string[];
}

export interface KnownPartnerOrg {
  readonly id: string;
  readonly name: string;
  readonly externalId: string | null;
  readonly timeZone: string;
}

export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly externalId: string | null;
  /** Partner organisations of which they are a member. */
  readonly partnerOrgIds: readonly string[];
}

/** What the rows of a file may name, made ready for looking up. */
export interface References {
  readonly products: {readonly exact: ReadonlyMap<string, string>; readonly folded: ReadonlyMap<string, string>};
  readonly partnerOrgs: Lookup<KnownPartnerOrg>;
  readonly people: Lookup<KnownPerson>;
}

/** What rows are read against. */
export interface RowSetting {
  readonly references: References;
  /** Where dates without an offset were written. */
  readonly timeZone: string;
  /** Milliseconds since 1970; what has happened did so before. */
  readonly now: number;
  readonly consentRequired: boolean;
}

interface Lookup<T> {
  readonly byId: ReadonlyMap<string, T>;
  readonly byExternalId: ReadonlyMap<string, T>;
  readonly byName: ReadonlyMap<string, readonly T[]>;
  readonly byEmail: ReadonlyMap<string, readonly T[]>;
}

export function indexReferences(products: readonly KnownProduct[], partnerOrgs: readonly KnownPartnerOrg[], people: readonly KnownPerson[]): References {
  const spelt = products.flatMap(({name, aliases}) => [name, ...aliases].map(text => ({text, name})));
  const folded = Map.groupBy(spelt, ({text}) => fold(text));
  return {
    products: {
      // Own names after the aliases: a product's name stands for it even where another one claims it.
      exact: new Map([...spelt.map(({text, name}) => [text.toLowerCase(), name] as const), ...products.map(({name}) => [name.toLowerCase(), name] as const)]),
      // `C++` and `C#` fold to the same word, which then stands for neither.
      folded: new Map([...folded].flatMap(([word, [first, ...others]]) => (word && first && others.every(({name}) => name === first.name) ? [[word, first.name] as const] : []))),
    },
    partnerOrgs: indexBy(partnerOrgs),
    people: indexBy(people),
  };
}

/** Products named in a cell: the whole cell when that is one, else its parts between commas, semicolons, bars or lines. */
export function findProducts(text: string, {products}: References): {readonly names: string[]; readonly replaced: [from: string, to: string][]; readonly unknown: string[]} {
  const found = {names: [] as string[], replaced: [] as [string, string][], unknown: [] as string[]};
  const nameOf = (part: string) => products.exact.get(part.toLowerCase()) ?? products.folded.get(fold(part));
  const parts = nameOf(text) ? [text] : text.split(/[,;|\n]/).map(part => part.trim()).filter(part => part !== '');
  for (const part of parts) {
    const name = nameOf(part) ?? part;
    if (name !== part) found.replaced.push([part, name]);
    else if (products.exact.size > 0 && !nameOf(part)) found.unknown.push(part);
    if (!found.names.includes(name)) found.names.push(name);
  }
  return found;
}

/** Partner organisations meant by an externalId or a name; several when organisations share the name. */
export function findPartnerOrgs(text: string, {partnerOrgs}: References): readonly KnownPartnerOrg[] {
  return find(text, partnerOrgs);
}

/**
 * People meant by an externalId, an e-mail address or a name.
 *
 * @param partnerOrgId - Keeps only this organisation's members.
 */
export function findPeople(text: string, {people}: References, partnerOrgId?: string): readonly KnownPerson[] {
  const found = find(text, people);
  return partnerOrgId === undefined ? found : found.filter(({partnerOrgIds}) => partnerOrgIds.includes(partnerOrgId));
}

function find<T>(text: string, lookup: Lookup<T>): readonly T[] {
  const exact = lookup.byExternalId.get(text);
  return exact ? [exact] : (lookup.byEmail.get(text.toLowerCase()) ?? lookup.byName.get(fold(text)) ?? []);
}

function indexBy<T extends {readonly id: string; readonly name: string; readonly externalId: string | null; readonly email?: string | null}>(items: readonly T[]): Lookup<T> {
  return {
    byId: new Map(items.map(item => [item.id, item])),
    byExternalId: new Map(items.flatMap(item => (item.externalId === null ? [] : [[item.externalId, item] as const]))),
    byName: Map.groupBy(items.filter(({name}) => fold(name) !== ''), ({name}) => fold(name)),
    byEmail: Map.groupBy(items.filter(({email}) => email), ({email}) => (email ?? '').toLowerCase()),
  };
}
