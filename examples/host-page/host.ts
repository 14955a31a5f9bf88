/** What the pages of all frameworks have in common, apart from the framework. */

/** The session that the page's own backend gives out for the person who is signed in. */
export async function fetchSession(): Promise<{token: string; expiresInS: number}> {
  const answer = await fetch('portico-session', {method: 'POST'});
  if (!answer.ok) throw new Error(`The page's backend answered ${answer.status}.`);
  return (await answer.json()) as {token: string; expiresInS: number};
}

/** Pages of the site. */
export const views = ['Leads', 'Deals'] as const;
export type View = (typeof views)[number];

/** Languages that a visitor can choose, by their own names. */
export const languages = {en: 'English', fi: 'Suomi', de: 'Deutsch', ar: 'العربية'} as const;
export type Language = keyof typeof languages;

/** Colours that the widgets can wear; the page's own are in `page.css`. */
export const colours = {Teal: '#0f766e', Indigo: '#4f46e5', Rust: '#b4441a'} as const;
export type Colour = keyof typeof colours;

/** How many lines the list of what happened keeps. */
export const mostLines = 6;
