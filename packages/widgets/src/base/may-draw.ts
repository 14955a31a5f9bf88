import {html, render} from 'lit';

let answer: boolean | undefined;

/**
 * Whether this page lets Lit make elements of templates. A page that asks for Trusted Types and does not list the policy `portico-lit` does not.
 */
export function mayDraw(): boolean {
  answer ??= !('trustedTypes' in globalThis) || tryToDraw();
  return answer;
}

function tryToDraw(): boolean {
  try {
    render(html`<i></i>`, document.createDocumentFragment());
    return true;
  } catch {
    return false;
  }
}
