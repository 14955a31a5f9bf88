import type {Plugin} from 'vite';

/** Pieces of a module and what stands in for each. */
type Cuts = readonly (readonly [piece: string, standIn: string])[];

/** Properties as `plainProperties` declares them. No accessor is asked for its first value, no default counts as unset, no attribute holds JSON. */
const properties: Cuts = [
  [',getOwnPropertySymbols:o', ''],
  ['static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}', ''],
  [',void 0!==t.l&&(this.l=[...t.l])', ''],
  [',this.constructor.l?.forEach(t=>t(this))', ''],
  ['Symbol.metadata??=Symbol("metadata"),$litPropertyMetadata??=new WeakMap;', ''],
  ['const t=this[Symbol.metadata];if(null!==t){const s=$litPropertyMetadata.get(t);if(void 0!==s)for(const[t,i]of s)this.elementProperties.set(t,i)}', ''],
  ['const t=this.properties,s=[...r(t),...o(t)];for(const i of s)this.createProperty(i,t[i])', 'const t=this.properties;for(const i of r(t))this.createProperty(i,t[i])'],
  [',this.prototype.hasOwnProperty(t)&&((s=Object.create(s)).wrapped=!0)', ''],
  ['const t=this.constructor.elementProperties;if(t.size>0)for(const[s,i]of t){const{wrapped:t}=i,e=this[s];!0!==t||this._$AL.has(s)||void 0===e||this.C(s,void 0,i,e)}', ''],
  [',!s.noAccessor){', '){'],
  [',useDefault:!1', ''],
  ['||i.useDefault&&i.reflect&&h===this._$Ej?.get(t)&&!this.hasAttribute(r._$Eu(t,i))', ''],
  ['i&&!(this._$Ej??=new Map).has(t)&&(this._$Ej.set(t,r??s??this[t]),!0!==h||void 0!==r)||(this._$AL.has(t)||(this.hasUpdated||i||(s=void 0),this._$AL.set(t,s)),', '(this._$AL.has(t)||(this.hasUpdated||(s=void 0),this._$AL.set(t,s)),'],
  ['{useDefault:i,reflect:e,wrapped:h},r)', '{reflect:e})'],
  ['const r=h.fromAttribute(s,t.type);this[e]=r??this._$Ej?.get(e)??r', 'this[e]=h.fromAttribute(s,t.type)'],
  ['"function"==typeof t.converter?{fromAttribute:t.converter}:void 0!==t.converter?.fromAttribute?t.converter:u', 't.converter??u'],
  ['(void 0!==i.converter?.toAttribute?i.converter:u)', '(i.converter??u)'],
  [';break;case Object:case Array:t=null==t?t:JSON.stringify(t)}', '}'],
  [';break;case Object:case Array:try{i=JSON.parse(t)}catch(t){i=null}}', '}'],
];

/** When an element draws is never for anybody else to say. */
const updates: Cuts = [
  ['const t=this.scheduleUpdate();return null!=t&&await t,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}', 'return this.performUpdate(),!this.isUpdatePending}'],
  ['let t=!1;const s=this._$AL;try{t=this.shouldUpdate(s),t?(this.willUpdate(s),this._$EO?.forEach(t=>t.hostUpdate?.()),this.update(s)):this._$EM()}catch(s){throw t=!1,this._$EM(),s}t&&this._$AE(s)', 'const s=this._$AL;try{this.willUpdate(s),this._$EO?.forEach(t=>t.hostUpdate?.()),this.update(s)}catch(s){throw this._$EM(),s}this._$AE(s)'],
  ['this.getUpdateComplete()}getUpdateComplete(){return this._$ES}', 'this._$ES}'],
  ['shouldUpdate(t){return!0}', ''],
  [',($reactiveElementVersions??=[]).push("2.1.2")', ''],
];

/** Every browser that has what the rest of the bundle needs has style sheets that elements share. */
const styles: Cuts = [
  [',e=t.ShadowRoot&&(void 0===$ShadyCSS||$ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,s=Symbol(),o=new WeakMap;', ',e=!0;'],
  ['constructor(t,e,o){if(this._$cssResult$=!0,o!==s)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=t,this.t=e}', 'constructor(t){this.cssText=t}'],
  ['let t=this.o;const s=this.t;if(e&&void 0===t){const e=void 0!==s&&1===s.length;e&&(t=o.get(s)),void 0===t&&((this.o=t=new CSSStyleSheet).replaceSync(this.cssText),e&&o.set(s,t))}return t', 'this.o||(this.o=new CSSStyleSheet).replaceSync(this.cssText);return this.o'],
  ['new n("string"==typeof t?t:t+"",void 0,s)', 'new n(t)'],
  ['{const o=1===t.length?t[0]:e.reduce((e,s,o)=>e+(t=>{if(!0===t._$cssResult$)return t.cssText;if("number"==typeof t)return t;throw Error("Value passed to \'css\' function must be a \'css\' function result: "+t+". Use \'unsafeCSS\' to pass non-literal values, but take care to ensure page security.")})(s)+t[o+1],t[0]);return new n(o,t,s)}', 'new n(e.reduce((e,s,o)=>e+s+t[o+1],t[0]))'],
  ['{if(e)s.adoptedStyleSheets=o.map(t=>t instanceof CSSStyleSheet?t:t.styleSheet);else for(const e of o){const o=document.createElement("style"),n=t.litNonce;void 0!==n&&o.setAttribute("nonce",n),o.textContent=e.cssText,s.appendChild(o)}}', '{s.adoptedStyleSheets=o.map(t=>t.styleSheet)}'],
  ['c=e?t=>t:t=>t instanceof CSSStyleSheet?(t=>{let e="";for(const s of t.cssRules)e+=s.cssText;return r(e)})(t):t', 'c=t=>t'],
];

/** Templates have no values in comments and none in MathML, and are for the page that they are in. */
const templates: Cuts = [
  ['2===i?"<svg>":3===i?"<math>":""', '2===i?"<svg>":""'],
  ['(2===i?"</svg>":3===i?"</math>":"")', '(2===i?"</svg>":"")'],
  ['2===i||3===i){', '2===i){'],
  ['if(8===r.nodeType)if(r.data===n)d.push({type:2,index:l});else{let t=-1;for(;-1!==(t=r.data.indexOf(o,t+1));)d.push({type:7,index:l}),t+=o.length-1}l++', 'if(8===r.nodeType&&r.data===n)d.push({type:2,index:l});l++'],
  ['(t?.creationScope??l).importNode', 'l.importNode'],
  // What directives of others look at.
  ['{M:h,P:o,A:n,C:1,L:N,R,D:d,V:M,I:k,H,N:L,U:z,B:I,F:Z}', '{I:k}'],
  ['get parentNode(){return this._$AM.parentNode}', ''],
  ['get parentNode(){let t=this._$AA.parentNode;const i=this._$AM;return void 0!==i&&11===t?.nodeType&&(t=i.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}', ''],
  ['get tagName(){return this.element.tagName}', ''],
  [',($litHtmlVersions??=[]).push("3.3.3")', ''],
];

/** A value has one kind of provider and one of consumer: `{context, subscribe: true, callback}`. */
const consumer: Cuts = [
  ['constructor(t,s,i,h){if(this.subscribe=!1,this.provided=!1,this.value=void 0,this.t=', 'constructor(t,s){this.t='],
  ['this.unsubscribe&&(this.unsubscribe!==s&&(this.provided=!1,this.unsubscribe()),this.subscribe||this.unsubscribe()),this.value', 'this.unsubscribe!==s&&this.unsubscribe?.(),this.value'],
  [',this.provided&&!this.subscribe||(this.provided=!0,this.callback&&this.callback(t,s)),this.unsubscribe=s', ',this.callback(t,s),this.unsubscribe=s'],
  [',void 0!==s.context){const t=s;this.context=t.context,this.callback=t.callback,this.subscribe=t.subscribe??!1}else this.context=s,this.callback=i,this.subscribe=h??!1;', ',this.context=s.context,this.callback=s.callback;'],
  ['this.t,this.subscribe)', 'this.t,!0)'],
];
const provider: Cuts = [
  ['constructor(s,e,i){super(void 0!==e.context?e.initialValue:i),', 'constructor(s,e){super(),'],
  ['void 0!==e.context?this.context=e.context:this.context=e', 'this.context=e.context'],
  ['this.host.addController?.(this)', 'this.host.addController(this)'],
];
const notifier: Cuts = [
  ['set value(s){this.setValue(s)}setValue(s,t=!1){const i=t||!Object.is(s,this.o);this.o=s,i&&this.updateObservers()}', 'setValue(s){Object.is(s,this.o)||(this.o=s,this.updateObservers())}'],
  ['constructor(s){', 'constructor(){'],
  [',void 0!==s&&(this.value=s)}', '}'],
  ['clearCallbacks(){this.subscriptions.clear()}', ''],
];

const cutsOf: Readonly<Record<string, Cuts>> = {
  '@lit/reactive-element/reactive-element.js': [...properties, ...updates],
  '@lit/reactive-element/css-tag.js': styles,
  'lit-html/lit-html.js': templates,
  'lit-html/directives/live.js': [
    ['constructor(r){if(super(r),r.type!==n.PROPERTY&&r.type!==n.ATTRIBUTE&&r.type!==n.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!o(r))throw Error("`live` bindings can only contain a single expression")}', ''],
    ['i.type===n.PROPERTY', 'i.type===3'],
    ['i.type===n.BOOLEAN_ATTRIBUTE', 'i.type===4'],
    ['i.type===n.ATTRIBUTE', 'i.type===1'],
  ],
  'lit-html/directives/repeat.js': [['constructor(e){if(super(e),e.type!==r.CHILD)throw Error("repeat() can only be used in text expressions")}', '']],
  '@lit/context/lib/controllers/context-consumer.js': consumer,
  '@lit/context/lib/controllers/context-provider.js': provider,
  '@lit/context/lib/value-notifier.js': notifier,
};

/** What our own modules must not ask of Lit, because it is cut. */
const missed = /\b(?:useDefault|noAccessor|scheduleUpdate|shouldUpdate|getUpdateComplete|mathml)\b|\btype: (?:Array|Object)\b|\bconverter: (?:\(|\w+ =>)|'lit\/(?:static-html|directives\/(?!live\.|repeat\.))|<!--(?:(?!-->)[^`])*\$\{/;

/**
 * Leaves out of one of Lit's modules, in its production build, what no widget asks of it.
 *
 * @param path - Path of the module; forward slashes.
 * @param code - Its text, after `patchLit`.
 * @returns The rest; undefined for a module that stays as it is.
 * @throws Error when the module is not what was known, so that a new version is looked at first.
 */
export function toSmallLit(path: string, code: string): string | undefined {
  const module = Object.keys(cutsOf).find(name => path.endsWith(`/node_modules/${name}`));
  if (!module) return undefined;
  return (cutsOf[module] ?? []).reduce((rest, [piece, standIn]) => {
    if (rest.split(piece).length !== 2) throw new Error(`${module} no longer says ${piece}: look what it does now, then change small-lit.ts.`);
    return rest.replace(piece, () => standIn);
  }, code);
}

/**
 * Looks whether one of our modules asks for what is cut.
 *
 * @throws Error when it does.
 */
export function refuseMissed(path: string, code: string): void {
  const [asked] = missed.exec(code) ?? [];
  if (asked) throw new Error(`${path} asks Lit for ${asked}, which small-lit.ts leaves out.`);
}

/** The rest of Lit as a plugin for Vite and Rolldown; behind `litPatches`. */
export function smallLit(): Plugin {
  return {
    name: 'portico-small-lit',
    enforce: 'pre',
    transform: (code, id) => {
      const path = id.replaceAll('\\', '/');
      if (path.includes('/widgets/src/')) refuseMissed(path, code);
      const small = toSmallLit(path, code);
      return small === undefined ? undefined : {code: small, map: null};
    },
  };
}
