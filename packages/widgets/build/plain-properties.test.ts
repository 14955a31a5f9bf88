import assert from 'node:assert/strict';
import {globSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {toPlainProperties} from './plain-properties.ts';

describe('plain properties', () => {
  it('are said once a class, of fields and of accessors', () =>
    assert.equal(
      toPlainProperties(
        ["class A extends LitElement {", "  @property({reflect: true}) tab = 'new';", '  @property() label?: string;', '  @state() private open = false;', '  @property({attribute: false})', '  get portal() {', '    return 1;', '  }', "  @query('.a') private readonly a!: Element;", '}'].join('\n'),
      ),
      ["class A extends LitElement {static properties={tab:{reflect: true},label:{},open:{state:true},portal:{attribute: false}};", "   tab = 'new';", '   label?: string;', '   private open = false;', '  ', '  get portal() {', '    return 1;', '  }', "  get a(){return this.renderRoot?.querySelector('.a')??null}", '}'].join('\n'),
    ));

  it('leave what has none, and each class its own', () => {
    const code = 'class A { b = 1 }\nconst C = class { @other() d = 2; };\n';
    assert.equal(toPlainProperties(code), code);
    assert.equal(toPlainProperties('class A { @state() b = 1 } class C { @state() d = 2 }'), 'class A {static properties={b:{state:true}};  b = 1 } class C {static properties={d:{state:true}};  d = 2 }');
  });

  it('refuse what they do not know', () => {
    assert.throws(() => toPlainProperties("class A { @query('.a', true) a; }"), /does not know/);
    assert.throws(() => toPlainProperties('class A { static properties = {}; @state() b = 1; }'), /two ways/);
  });

  it('take every decorator of our elements', () => {
    const src = fileURLToPath(new URL('../src/', import.meta.url));
    for (const file of globSync('**/*.ts', {cwd: src})) {
      const code = readFileSync(join(src, file), 'utf8');
      if (/^ {2}@(?:property|state|query)\(/m.test(code)) assert.doesNotMatch(toPlainProperties(code), /^ {2}@\w+\(/m, file);
    }
  });
});
