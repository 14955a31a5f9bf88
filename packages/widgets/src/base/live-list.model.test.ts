import {expect} from '@open-wc/testing';
import {isGone, joinRows, keepRows} from './live-list.model.ts';

const row = (id: string, version = 1) => ({id, version});
const ids = (rows: readonly {id: string}[]) => rows.map(({id}) => id).join('');
const none = {acting: () => false, held: () => false};

describe('rows that are read anew', () => {
  it('replace those on screen', () => {
    expect(ids(keepRows([row('a'), row('b')], [row('b'), row('c')], none))).to.equal('bc');
  });

  it('leave a held row where it stood, though it no longer belongs', () => {
    const before = ['a', 'b', 'c', 'd'].map(id => row(id));
    const held = {...none, held: ({id}: {id: string}) => id === 'c'};
    expect(ids(keepRows(before, [row('a'), row('b'), row('d')], held))).to.equal('abcd');
    expect(ids(keepRows(before, [row('x'), row('d')], held))).to.equal('xdc');
    expect(ids(keepRows(before, [], held))).to.equal('c');
  });

  it('leave a row with an act under way as the act shows it', () => {
    const kept = keepRows([row('a', 7)], [row('a', 3), row('b')], {...none, acting: ({id}: {id: string}) => id === 'a'});
    expect(kept).to.deep.equal([row('a', 7), row('b')]);
  });

  it('are joined without doubles', () => {
    expect(ids(joinRows([row('a'), row('b')], [row('b'), row('c')]))).to.equal('abc');
  });

  it('are gone when the server says so', () => {
    expect([403, 404, 410, 409, 500].filter(status => isGone({problem: {status}}))).to.deep.equal([403, 404, 410]);
    expect(isGone(new TypeError('no network'))).to.equal(false);
  });
});
