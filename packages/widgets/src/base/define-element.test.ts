import {expect} from '@open-wc/testing';
import {defineElement} from './define-element.ts';

const tag = (name: string) => `test-define-${name}`;

describe('defineElement', () => {
  it('registers an element after the parts of its template', () => {
    const order: string[] = [];
    const {define} = customElements;
    class Part extends HTMLElement {}
    class Whole extends HTMLElement {
      static parts = {[tag('part')]: Part};
    }
    customElements.define = function (name: string, type: CustomElementConstructor) {
      order.push(name);
      define.call(this, name, type);
    };
    try {
      defineElement(tag('whole'), Whole);
    } finally {
      Reflect.deleteProperty(customElements, 'define');
    }
    expect(order).to.deep.equal([tag('part'), tag('whole')]);
  });

  it('leaves a tag that is taken to its owner', () => {
    class First extends HTMLElement {}
    class Second extends HTMLElement {}
    defineElement(tag('taken'), First);
    defineElement(tag('taken'), Second);
    expect(customElements.get(tag('taken'))).to.equal(First);
  });

  it('gives one class two tags', () => {
    class Twin extends HTMLElement {}
    defineElement(tag('twin-a'), Twin);
    defineElement(tag('twin-b'), Twin);
    expect(document.createElement(tag('twin-b'))).to.be.instanceOf(Twin);
  });
});
