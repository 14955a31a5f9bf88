import {expect} from '@open-wc/testing';
import {RowSelection} from './row-selection.ts';

const rows = ['a', 'b', 'c', 'd', 'e'].map(id => ({id}));

describe('RowSelection', () => {
  it('chooses and lets go one by one', () => {
    let changes = 0;
    const selection = new RowSelection(() => changes++);
    selection.toggle('a');
    selection.toggle('c');
    selection.toggle('a');
    expect(selection.ids).to.deep.equal(['c']);
    expect(changes).to.equal(3);
  });

  it('chooses a stretch from the row chosen last, in either direction', () => {
    const selection = new RowSelection(() => {});
    selection.toggle('d');
    selection.extendTo('b', rows);
    expect([...selection.ids].sort()).to.deep.equal(['b', 'c', 'd']);
    selection.extendTo('e', rows);
    expect(selection.size).to.equal(4);
  });

  it('begins a stretch where there is none', () => {
    const selection = new RowSelection(() => {});
    selection.extendTo('c', rows);
    expect(selection.ids).to.deep.equal(['c']);
    selection.extendTo('gone', rows);
    expect(selection.ids).to.deep.equal(['c']);
  });

  it('chooses all that are loaded, and none', () => {
    const selection = new RowSelection(() => {});
    selection.set(rows);
    expect(selection.size).to.equal(5);
    selection.clear();
    expect(selection.size).to.equal(0);
  });
});
