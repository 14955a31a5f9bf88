/**
 * Markup that stands in the way of scripts, around some of one's own: names that take the place of globals, of properties of the document and of those of a form.
 *
 * @param inner - Is inside of the form.
 */
export function hostileMarkup(inner: string): string {
  const globals = ['portico', 'reactiveElementVersions', 'litHtmlVersions', 'customElements', 'MutationObserver', 'IntersectionObserver', 'portal'];
  const fields = ['parentNode', 'assignedSlot', 'getAttribute', 'closest', 'matches', 'querySelectorAll', 'shadowRoot', 'localName', 'lang', 'dir', 'id', 'children', 'attributes', 'dataset', 'dispatchEvent', 'isConnected'];
  return `${globals.map(name => `<a id="${name}"></a>`).join('')}<img name="portico" alt=""><form name="customElements">${fields.map(name => `<input type="hidden" name="${name}">`).join('')}${inner}</form>`;
}

/** What Prototype 1.7 and MooTools 1.4 do to the built-in objects of a page. */
export const hostileScript = `
  for (const name of ['each', 'first', 'last', 'inject', 'include']) Array.prototype[name] = function () { return this; };
  Array.from = iterable => [...Array.prototype.slice.call(iterable)];
  Array.prototype.toJSON = function () { return '[' + this.length + ']'; };
  String.prototype.toJSON = function () { return '"' + this + '"'; };
  Object.prototype.toString2 = undefined;
  delete Object.prototype.toString2;
  Element.prototype.update = Element.prototype.show = Element.prototype.hide = function () { return this; };
  Function.prototype.delay = function () { return this; };
`;
