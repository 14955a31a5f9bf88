/** The custom-elements manifest of the widgets; `main.ts` makes it. */
declare module 'virtual:custom-elements' {
  const manifest: object;
  export default manifest;
}
