interface Policy {
  createScriptURL(address: string): string;
}

const factory = (globalThis as {trustedTypes?: {createPolicy(name: string, rules: Policy): Policy}}).trustedTypes;
const own: Policy = {
  createScriptURL: address => {
    if (new URL(address, location.href).origin !== location.origin) throw new TypeError('Scripts come from this site only.');
    return address;
  },
};
const policy = factory?.createPolicy('portico-docs', own) ?? own;

/** The address of a script of this site, as a browser that asks for Trusted Types wants it. */
export function scriptUrl(address: URL): string {
  return policy.createScriptURL(address.href);
}
