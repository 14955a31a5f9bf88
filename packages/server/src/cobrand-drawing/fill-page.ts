import type {ZoneFinding} from '@portico/contract';
import {fillPlaceholder, finding, type FilledZone} from '@portico/contract/cobrand-rules';
import {defaultTreeAdapter as tree, html, parse, serialize, type DefaultTreeAdapterTypes as Nodes} from 'parse5';
import {isolateNumbers} from '../typesetting/number-order.rules.ts';
import type {DrawingTask} from './drawing.ts';
import {qrModules} from './compose-qr.ts';

/** What could run, load pages, send something or change how the rest is read. */
const removed = new Set(['script', 'noscript', 'template', 'iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'portal', 'base', 'link', 'form', 'input', 'button', 'select', 'textarea', 'audio', 'video', 'source', 'track', 'math', 'foreignobject', 'animate', 'set', 'use', 'fencedframe', 'dialog']);
/** Attributes that say nothing but how something looks, and what it is called. */
const kept = /^(?:class|id|style|title|lang|dir|alt|width|height|align|valign|colspan|rowspan|role|name|content|charset|rel|target|type|media|viewbox|d|fill|stroke|stroke-width|x|y|cx|cy|r|rx|ry|x1|y1|x2|y2|points|transform|xmlns|aria-[a-z-]+|data-[a-z-]+|bgcolor|border|cellpadding|cellspacing)$/;
const policy = "default-src 'none'; img-src data: https:; style-src 'unsafe-inline'; font-src data:";
/** Logos in pages are as large as this at most, in pixels; the page says how large they are shown. */
const logoRoom = {width: 960, height: 240};

/** Fills a page for the web: elements with `data-zone`, and placeholders of the partner in its text. What comes out only shows. */
export async function fillPage(source: string, task: DrawingTask): Promise<{readonly page: string; readonly findings: readonly ZoneFinding[]}> {
  const document = parse(source);
  clean(document, task);
  const findings: ZoneFinding[] = [];
  const places = elementsOf(document).filter(element => attribute(element, 'data-zone') !== undefined);
  for (const filled of task.zones) {
    const own = places.filter(element => attribute(element, 'data-zone') === filled.zone.id);
    if (own.length === 0) findings.push(finding(filled.zone.id, 'zone_missing', `The page has no element with data-zone="${filled.zone.id}". The template has to be changed.`));
    for (const element of own) await fill(element, filled, task);
  }
  label(document, task);
  return {page: serialize(document), findings};
}

function clean(node: Nodes.ParentNode, task: DrawingTask): void {
  // Some are taken out on the way.
  const children = node.childNodes.slice();
  for (const child of children) {
    if (tree.isCommentNode(child)) tree.detachNode(child);
    else if (tree.isTextNode(child)) child.value = textOf(node, child.value, task);
    else if (tree.isElementNode(child)) {
      if (removed.has(child.tagName.toLowerCase()) || (child.tagName === 'meta' && attribute(child, 'http-equiv') !== undefined)) {
        tree.detachNode(child);
        continue;
      }
      child.attrs = child.attrs.filter(({name, value}) => isKept(name.toLowerCase(), value));
      for (const each of child.attrs) if (each.name === 'style') each.value = safeStyle(each.value);
      clean(child, task);
    }
  }
}

function textOf(parent: Nodes.ParentNode, text: string, {brand, copy}: DrawingTask): string {
  if (parent.nodeName === 'style') return safeStyle(text);
  return text.includes('{{') ? isolateNumbers(fillPlaceholder(text, brand, copy)) : text;
}

function isKept(name: string, value: string): boolean {
  if (name === 'href') return /^\s*(?:https?:|mailto:|tel:|#)/i.test(value);
  if (name === 'src') return /^\s*(?:https:|data:image\/(?:png|jpeg|gif|webp|svg\+xml)[;,])/i.test(value);
  return kept.test(name);
}

/** Styles may not load anything; the policy of the page says so again. */
function safeStyle(css: string): string {
  return css.replaceAll(/@import[^;}]*;?|expression\s*\(|behavior\s*:|-moz-binding/gi, '').replaceAll(/url\(\s*(?!["']?data:image\/)[^)]*\)?/gi, 'none');
}

async function fill(element: Nodes.Element, {zone, content}: FilledZone, {logos, brand}: DrawingTask): Promise<void> {
  switch (content.kind) {
    case 'nothing':
      tree.detachNode(element);
      return;
    case 'text':
      setText(element, content.text);
      element.attrs.push({name: 'dir', value: 'auto'});
      if (zone.colors.length > 0) setStyle(element, `color:${content.color}`);
      return;
    case 'badge':
      setText(element, content.text);
      return;
    case 'link': {
      const link = element.tagName === 'a' ? element : replaceInside(element, 'a');
      set(link, 'href', content.link);
      set(link, 'rel', 'noopener');
      setText(link, content.text);
      return;
    }
    case 'logo': {
      const logo = logos.get(zone.id);
      // Most pages have no logo in them, and what draws it is large.
      if (logo) setPicture(element, `data:image/png;base64,${(await (await import('./logo-picture.ts')).renderLogo(logo, logoRoom.width, logoRoom.height)).toString('base64')}`, brand.name);
      return;
    }
    case 'qr':
      setPicture(element, `data:image/svg+xml;base64,${Buffer.from(qrDrawing(content.address)).toString('base64')}`, content.address);
  }
}

function qrDrawing(address: string): string {
  const modules = qrModules(address);
  const side = modules.length + 8;
  const path = modules.flatMap((cells, row) => cells.map((cell, column) => (cell ? `M${column + 4} ${row + 4}h1v1h-1z` : ''))).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side * 4}" height="${side * 4}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${path}"/></svg>`;
}

/** Says in the page which copy it is, and what it may do. */
function label(document: Nodes.Document, {copy, title, brand, smallPrint}: DrawingTask): void {
  const elements = elementsOf(document);
  const head = elements.find(({tagName}) => tagName === 'head');
  const body = elements.find(({tagName}) => tagName === 'body');
  const code = copy.address.slice(copy.address.lastIndexOf('/') + 1);
  if (head) {
    const about = element('meta', {name: 'portico-copy', content: `${code} v${copy.version}`});
    const guard = element('meta', {'http-equiv': 'Content-Security-Policy', content: policy});
    for (const each of [about, guard]) {
      const first = head.childNodes[0];
      if (first) tree.insertBefore(head, each, first);
      else tree.appendChild(head, each);
    }
  }
  if (body && smallPrint) {
    const print = element('p');
    tree.appendChild(body, print);
    set(print, 'style', `color:${smallPrint.color};font-size:${smallPrint.size}pt`);
    setText(print, `${brand.name} · ${title} · v${copy.version} · ${copy.date} · ${code}`);
  }
}

function elementsOf(node: Nodes.ParentNode): Nodes.Element[] {
  return node.childNodes.flatMap(child => (tree.isElementNode(child) ? [child, ...elementsOf(child)] : []));
}

function element(name: string, attributes: Readonly<Record<string, string>> = {}): Nodes.Element {
  return tree.createElement(name, html.NS.HTML, Object.entries(attributes).map(([key, value]) => ({name: key, value})));
}

/** Puts an element in place of what is inside of another. */
function replaceInside(parent: Nodes.Element, name: string): Nodes.Element {
  parent.childNodes = [];
  const child = element(name);
  tree.appendChild(parent, child);
  return child;
}

function attribute({attrs}: Nodes.Element, name: string): string | undefined {
  return attrs.find(each => each.name === name)?.value;
}

function set(target: Nodes.Element, name: string, value: string): void {
  target.attrs = [...target.attrs.filter(each => each.name !== name), {name, value}];
}

function setStyle(target: Nodes.Element, style: string): void {
  set(target, 'style', [attribute(target, 'style'), style].filter(Boolean).join(';'));
}

function setText(target: Nodes.Element, text: string): void {
  target.childNodes = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) tree.appendChild(target, element('br'));
    tree.insertText(target, isolateNumbers(line));
  }
}

function setPicture(target: Nodes.Element, src: string, alt: string): void {
  const picture = target.tagName === 'img' ? target : replaceInside(target, 'img');
  set(picture, 'src', src);
  set(picture, 'alt', alt);
}
