import {expect, waitFor} from 'storybook/test';

/** What a selector finds in an element's shadow root; nothing as long as there is none. */
export const inside = <T extends Element = HTMLElement>(element: Element | null | undefined, selector: string): T | null => element?.shadowRoot?.querySelector<T>(selector) ?? null;

export const allInside = (element: Element | null | undefined, selector: string): HTMLElement[] => [...(element?.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];

/** Waits for what a part, an answer or a dialog brings. */
export const shown = <T>(find: () => T | null | undefined): Promise<T> =>
  waitFor(() => {
    const found = find();
    expect(found).toBeTruthy();
    return found as T;
  });

/** Clicks what a person would wait for. */
export async function click(find: () => HTMLElement | null | undefined): Promise<void> {
  (await shown(find)).click();
}

/** Presses the button that says so, once it is there. */
export const press = (element: Element | null, words: string): Promise<void> => click(() => allInside(element, 'button').find(({textContent}) => textContent.trim().startsWith(words)));

/** Chooses from a menu, once it is there. */
export async function choose(find: () => HTMLElement | null, id: string): Promise<void> {
  (await shown(find)).dispatchEvent(Object.assign(new Event('portico-ui-menu-select'), {id}));
}

/** The rows of a desk's list. */
export const rowsOf = (desk: Element | null): HTMLElement[] => allInside(desk, '.body [role=row]');

export const rowWith = (desk: Element | null, words: string): Promise<HTMLElement> => shown(() => rowsOf(desk).find(({textContent}) => textContent.includes(words)));

/** What a desk says instead of rows. */
export const stateOf = (desk: Element | null): HTMLElement | null => inside(desk, 'portico-ui-empty-state');
