/**
 * Puts a widget into an element that an editor let through where it would have dropped the widget's own tag: `<div data-portico-widget="lead-inbox">`. What is in the
 * element becomes the content of the widget, which shows it until it draws itself. Attributes come along, without `data-` where they have it; what every
 * element has (`id`, `class`, `lang`, …) stays, and handlers of events are never made.
 *
 * @param marked - Stays in the page, around the widget.
 * @param marker - The attribute that names the widget.
 */
export function fillMarked(marked: Element, tag: string, marker: string): void {
  // A form's fields stand in for its properties and methods.
  if (marked instanceof HTMLFormElement || marked.querySelector(`:scope>${tag}`)) return;
  const widget = document.createElement(tag);
  for (const {name, value} of marked.attributes) {
    const own = name === 'data-load' ? name : name.replace(/^data-/, '');
    // Sessions are sent to the address of a portal: that comes from the page's code, never from what people write into an editor.
    const isAddress = own === 'api-url' && tag.endsWith('-portal');
    if (name !== marker && own !== 'class' && !isAddress && !(own in marked)) widget.setAttribute(own, value);
  }
  widget.append(...marked.childNodes);
  marked.append(widget);
}
