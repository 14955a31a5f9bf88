import {drawArt} from './art.ts';
import type {Logo, Picture, Sheet, Slides} from './documents.data.ts';

const brand = '#0f766e';
const deep = '#134e4a';
const pale = '#d7eeea';

const common = `*{box-sizing:border-box;margin:0}body{font-family:"Noto Sans","Noto Sans CJK SC",sans-serif;color:#17302d;-webkit-print-color-adjust:exact}h1,h2{font-weight:700}svg{display:block;width:100%;height:100%}`;

/** The page that is printed as a sheet of A4. */
export function sheetPage({language, art, label, title, lead, points, facts, note}: Sheet): string {
  return page(language, `
    @page{size:A4;margin:0}body{width:210mm;height:297mm;position:relative}
    header{background:${deep};color:#fff;height:104mm;padding:18mm 20mm;display:grid;grid-template-columns:1fr 66mm;gap:8mm;align-items:end}
    .label{font-size:10.5pt;letter-spacing:.04em;color:${pale};margin-bottom:4mm}h1{font-size:${title.length > 34 ? 22 : 30}pt;line-height:1.15}
    main{padding:14mm 20mm}.lead{font-size:14pt;line-height:1.45;color:${deep};max-width:150mm}
    ul{margin:9mm 0;padding:0;list-style:none}li{font-size:11pt;line-height:1.5;padding-left:7mm;position:relative;margin-bottom:2.5mm}li::before{content:"";position:absolute;left:0;top:2.4mm;width:3mm;height:.7mm;background:${brand}}
    table{width:100%;border-collapse:collapse;font-size:10.5pt}td{padding:2.6mm 0;border-top:.3mm solid #cfe0dd}td:last-child{text-align:right;font-weight:700}
    footer{position:absolute;left:20mm;right:20mm;bottom:11mm;font-size:8pt;color:#5b7370}`,
  `<header><div><p class="label">${escape(label)}</p><h1>${escape(title)}</h1></div><div>${drawArt(art, {line: '#ffffff', fill: '#1f6b64'})}</div></header>
    <main><p class="lead">${escape(lead)}</p><ul>${points.map(point => `<li>${escape(point)}</li>`).join('')}</ul>
    <table>${facts.map(([name, value]) => `<tr><td>${escape(name)}</td><td>${escape(value)}</td></tr>`).join('')}</table></main><footer>${escape(note)}</footer>`);
}

/** The pages that are printed as slides, 16 to 9. */
export function slidePages({language, art, slides}: Slides): string {
  return page(language, `
    @page{size:254mm 143mm;margin:0}section{width:254mm;height:143mm;padding:20mm 22mm;break-after:page;position:relative;display:grid;align-content:center}section:last-child{break-after:auto}
    section:first-child{background:${deep};color:#fff}section:first-child li{color:${pale}}h1{font-size:30pt;line-height:1.15;max-width:150mm}ul{margin-top:9mm;padding:0;list-style:none}li{font-size:16pt;line-height:1.6}
    .art{position:absolute;right:18mm;bottom:22mm;width:66mm;height:50mm}`,
  slides.map(({title, points}, index) => `<section><h1>${escape(title)}</h1><ul>${points.map(point => `<li>${escape(point)}</li>`).join('')}</ul><div class="art">${index === 0 ? drawArt(art, {line: '#ffffff', fill: '#1f6b64'}) : drawArt(art, {line: brand, fill: pale})}</div></section>`).join(''));
}

/** The page whose screen is a picture. */
export function picturePage({art}: Picture): string {
  return page('en', `body{width:100vw;height:100vh;background:linear-gradient(#eef6f4 62%,#cfe3df 62%);display:grid;place-items:center}div{width:74%;aspect-ratio:4/3}`, `<div>${drawArt(art, {line: deep, fill: '#ffffff'})}</div>`);
}

/** A logo on a page without a ground. */
export function logoPage({name, color}: Logo): string {
  return page('en', `html,body{background:transparent}div{display:inline-flex;align-items:center;gap:36px;padding:6px;color:${color};font:700 120px/1.2 "Noto Sans",sans-serif}svg{width:130px;height:130px;flex:none}`, `<div><svg viewBox="0 0 40 40"><path d="M20 2l16 9v18l-16 9-16-9V11z" fill="${color}"/><path d="M13 27V13h6v9h8v5z" fill="#fff"/></svg>${escape(name)}</div>`);
}

function page(language: string, css: string, body: string): string {
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><style>${common}${css}</style><body>${body}</body></html>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
