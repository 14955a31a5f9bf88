/** What can be said about the sources without running the product: types, lint and the shape of the tree. The first suite of `npm test`. */
process.argv.push('--only=check');
await import('./test.ts');
