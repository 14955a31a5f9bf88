/** A token that says who it is for, signed by nobody. */
export function tokenOf(sub: string, tid = 'tenant', pid?: string): string {
  return `h.${Buffer.from(JSON.stringify({tid, sub, pid})).toString('base64url')}.s`;
}
