import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {shrinkCss, shrinkTemplates} from './small-styles.ts';

describe('small styles', () => {
  it('lose comments and needless space', () =>
    assert.equal(
      shrinkCss(`
  /* why */
  :host([hidden]),
  .a > .b:not(:first-child) {
    margin: 0 auto;
    inline-size: calc(100% - 2px);
  }
  @media (max-width: 5px) and (hover: hover) {
    .c :is(a) { content: 'a, b  { c'; }
  }
`),
      " :host([hidden]),.a > .b:not(:first-child){margin:0 auto;inline-size:calc(100% - 2px);}@media (max-width:5px) and (hover:hover){.c :is(a){content:'a, b  { c';}}",
    ));

  it('keep the values in their templates, other templates, and what only looks like one', () => {
    const code = [
      "const a = css`\n  i {\n    color: ${token('x', {deep: 1})};\n    border: 1px  ${ b } solid;\n  }\n`;",
      'const b = html`<p>\n  text\n</p>`;',
      'const c = mycss`\n  x\n`;',
      'const d = css`\n  u { content: "\\\\201C" }\n`;',
    ].join('\n');
    assert.equal(
      shrinkTemplates(code),
      [
        "const a = css` i{color:${token('x', {deep: 1})};border:1px ${ b } solid;}`;",
        'const b = html`<p>\n  text\n</p>`;',
        'const c = mycss`\n  x\n`;',
        'const d = css`\n  u { content: "\\\\201C" }\n`;',
      ].join('\n'),
    );
  });
});
