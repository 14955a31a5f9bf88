import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {shrinkCss, shrinkTemplates} from './small-templates.ts';

describe('small templates', () => {
  it('lose comments and needless space in styles', () =>
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
      " :host([hidden]),.a > .b:not(:first-child){margin:0 auto;inline-size:calc(100% - 2px)}@media (max-width:5px) and (hover:hover){.c :is(a){content:'a, b  { c'}}",
    ));

  it('keep the values in them, other templates, and what only looks like one', () => {
    const code = [
      "const a = css`\n  i {\n    color: ${token('x', {deep: 1})};\n    border: 1px  ${ b } solid;\n  }\n`;",
      'const b: string = other`<p>\n  text\n</p>`;',
      'const c = mycss`\n  x\n`;',
      'const d = css`\n  u { content: "\\\\201C" }\n`;',
    ].join('\n');
    assert.equal(
      shrinkTemplates(code),
      [
        "const a = css` i{color:${token('x', {deep: 1})};border:1px ${ b } solid}`;",
        'const b: string = other`<p>\n  text\n</p>`;',
        'const c = mycss`\n  x\n`;',
        'const d = css`\n  u { content: "\\\\201C" }\n`;',
      ].join('\n'),
    );
  });

  it('keep one space where markup breaks its lines, in templates within templates too', () => {
    assert.equal(
      shrinkTemplates(
        'const a = html`<p\n    class="a  b"\n  >\n  ${x ? html`<b>\n    ä${"\\n  {"}  ${`  \n  `}\n  </b>` : { y }}\n  <i></i> <u></u>\n</p>`;\nconst b = svg`<path\n  d="M0 0"\n/>`;',
      ),
      'const a = html`<p class="a  b" > ${x ? html`<b> ä${"\\n  {"}  ${`  \n  `} </b>` : { y }} <i></i> <u></u> </p>`;\nconst b = svg`<path d="M0 0" />`;',
    );
  });
});
