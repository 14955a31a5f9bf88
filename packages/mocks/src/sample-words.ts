/** Words from which leads are made. */
export const industries = ['Pulp and paper', 'Food processing', 'Shipbuilding', 'Logistics', 'Hospitals', 'Breweries', 'Machine tools', 'District heating'] as const;

export const needs = [
  'asks for cameras on the packing line',
  'wants to plan its shop floor with fewer spreadsheets',
  'compares three makers of edge computers',
  'needs alarms in the control room before the summer stop',
  'opens a second site and starts from nothing',
  'wants a price for service over five years',
] as const;

export const companies = ['Kymi Board', 'Harju Foods', 'Östgöta Frakt', 'Elbtal Kliniken', 'Saimaa Brewing', 'Rhein Werkzeugbau', 'Turku Heat', 'Hạ Long Shipyard', 'Al Noor Cold Store', 'Vänern Timber', 'Bodensee Molkerei', 'Oulu Castings'] as const;

export const firstNames = ['Kaisa', 'Erik', 'Nadia', 'Tuấn', 'Sofia', 'Matti', 'Greta', 'Yusuf', 'Linh', 'Petra'] as const;
export const lastNames = ['Mäkelä', 'Sund', 'Haddad', 'Trần', 'Lindqvist', 'Salo', 'Krüger', 'Demir', 'Phạm', 'Novák'] as const;
export const jobTitles = ['Plant manager', 'Head of purchasing', 'IT lead', 'Production planner', 'Owner'] as const;
export const places = [
  {country: 'FI', region: 'Pirkanmaa', city: 'Tampere', postalCode: '33100', language: 'fi', timeZone: 'Europe/Helsinki'},
  {country: 'FI', region: 'Uusimaa', city: 'Espoo', postalCode: '02100', language: 'fi', timeZone: 'Europe/Helsinki'},
  {country: 'SE', region: 'Östergötland', city: 'Linköping', postalCode: '582 22', language: 'sv', timeZone: 'Europe/Stockholm'},
  {country: 'DE', region: 'Sachsen', city: 'Dresden', postalCode: '01067', language: 'de', timeZone: 'Europe/Berlin'},
] satisfies Place[] as [Place, ...Place[]];

type Place = Record<'country' | 'region' | 'city' | 'postalCode' | 'language' | 'timeZone', string>;
export const timelines = ['Within 3 months', 'Within 6 months', 'This year', 'No date yet'] as const;
export const campaigns = ['Smart Factory 2026', 'Autumn newsletter', 'Partner locator'] as const;

/** Names as long as people have them, in several scripts. */
export const longWords = {
  title: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft wants to replace every single programmable controller along its entire fleet before the season begins',
  company: 'Gesellschaft für Wasserkraftanlagensteuerungstechnik und Binnenschifffahrtsautomatisierung Mecklenburg-Vorpommern mbH & Co. Kommanditgesellschaft auf Aktien',
  arabicTitle: 'شركة الأنظمة الصناعية المتكاملة للتبريد والتخزين والنقل البري والبحري تطلب عرض سعر لمنظومة مراقبة كاملة',
  firstName: 'Maximiliane-Alexandrina',
  lastName: 'Freifrau von Hohenzollern-Sigmaringen-Württemberg',
  person: 'Wolfeschlegelsteinhausenbergerdorff-Papadimitrakopoulos Ramanathapuram Venkataraghavan',
  partner: 'Nordostschweizerische Automatisierungs- und Systemintegrationsgenossenschaft (vormals Gebrüder Sprüngli-Habegger & Söhne)',
  region: 'Verwaltungsgemeinschaft Südliche Weinstraße-Oberhaardt',
  product: 'Aurora Vision Enterprise Extended Temperature Range with Redundant Power Supply',
} as const;
