/** Code that a test lets come when it likes, or never. */
export interface Held extends Disposable {
  letIn(): void;
  keepOut(): void;
}

type Loading<Name extends string> = {[Each in Name]: () => Promise<unknown>};

/**
 * Holds back what a method loads, until it is let in or disposed of.
 *
 * @param prototype - Of the class that loads.
 */
export function hold<Name extends string>(prototype: Loading<Name>, name: Name): Held {
  const load = prototype[name];
  const {promise, resolve, reject} = Promise.withResolvers<void>();
  prototype[name] = async function (this: Loading<Name>) {
    await promise;
    return load.call(this);
  };
  return {
    letIn: resolve,
    keepOut: () => reject(new TypeError('Failed to fetch dynamically imported module')),
    [Symbol.dispose]() {
      prototype[name] = load;
    },
  };
}
