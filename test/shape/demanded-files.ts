/** The files that every resource of the contract has, by the name of its folder: one in each package, all found by the same name. */
export function demandedFiles(name: string): string[] {
  return [
    `packages/contract/src/${name}/${name}.routes.ts`,
    `packages/server/src/${name}/${name}.handlers.ts`,
    `packages/mocks/src/${name}.mocks.ts`,
    `test/conformance/${name}.suite.ts`,
  ];
}
