/**
 * What pnpm is to leave out. The library of WordPress' blocks is here for its stylesheets alone (examples/wordpress-page); the editor that they are made for is
 * forty packages and more.
 */
export const hooks = {
  readPackage: manifest => (manifest.name === '@wordpress/block-library' ? {...manifest, dependencies: {}, peerDependencies: {}} : manifest),
};
