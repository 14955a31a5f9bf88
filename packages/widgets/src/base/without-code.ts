/** Code that does not come is a missing connection: what is said of one is said of it. */
export const withoutCode = {problem: {status: 0, code: 'network_error'}};
