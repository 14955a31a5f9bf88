import type {Plugin} from 'vite';
import {cutMembers, type Members} from './cut-members.ts';

/**
 * Ky's class for the one way in which the client calls it: text to a whole address with its own headers, `retry: 0`, and one time limit a try. There are no hooks,
 * no search parameters, no parsers, no retries and no progress to follow. Rolldown cannot see that: the class refers to all of it.
 */
const members: Members = {
  create: `static create(input,options){
    const ky=new Ky(input,options);
    const result=(async()=>{
      const response=await ky.#fetch();
      if(response.ok)return response;
      const error=new HTTPError(response);
      error.data=await ky.#getResponseData(response);
      throw error;
    })();
    result.text=async()=>{const response=await result;return ky.#raceBodyRead(async()=>response.text())};
    return result;
  }`,
  constructor: `constructor(input,options){
    this.#options=options;
    this.#userProvidedAbortSignal=options.signal;
    this.#abortController=new AbortController();
    this.request=new Request(input,{...options,signal:this.#createManagedSignal()});
  }`,
  '#fetch': 'async #fetch(){return timeout(this.request,{},this.#abortController,this.#options)}',
  '#raceBodyRead': `async #raceBodyRead(createBodyPromise){
    let timeoutId;
    const late=new Promise(resolve=>{timeoutId=setTimeout(()=>resolve(timedOutResponseData),this.#options.timeout)});
    const result=await Promise.race([createBodyPromise(),late]).finally(()=>clearTimeout(timeoutId));
    if(result!==timedOutResponseData)return result;
    this.#abortController.abort();
    throw new TimeoutError(this.request);
  }`,
  // Only the text matters, whatever it says of itself: the client takes an answer for a problem when it has the form of one.
  '#getResponseData': `async #getResponseData(response){
    try{return JSON.parse(await this.#raceBodyRead(async()=>response.text()))}catch{return undefined}
  }`,
  request: null,
  '#abortController': null,
  '#options': null,
  '#userProvidedAbortSignal': null,
  '#createManagedSignal': null,
  '#isJsonContentType': '',
  '#readResponseText': '',
  '#normalizeSearchParams': '',
  '#retryCount': '',
  '#retryLimit': '',
  '#input': '',
  '#originalRequest': '',
  '#beforeRetryHookErrors': '',
  '#cachedNormalizedOptions': '',
  '#startTime': '',
  '#returnedResponseFromBeforeRetryHook': '',
  '#responseRequests': '',
  '#calculateDelay': '',
  '#calculateRetryDelay': '',
  '#decorateResponse': '',
  '#throwProcessedError': '',
  '#getErrorDataTimeout': '',
  '#getBodyReadTimeout': '',
  '#raceWithTotalTimeout': '',
  '#parseJson': '',
  '#cancelBody': '',
  '#cancelResponseBody': '',
  '#cancelReturnedBody': '',
  '#throwIfTotalTimeoutExhausted': '',
  '#runBeforeRequestHooks': '',
  '#runAfterResponseHooks': '',
  '#retry': '',
  '#retryFromError': '',
  '#consumeReturnedResponseFromBeforeRetryHook': '',
  '#getRemainingTotalTimeout': '',
  '#getCurrentTime': '',
  '#getNormalizedOptions': '',
  '#assignRequest': '',
  '#getResponseRequest': '',
  '#setResponseRequest': '',
  '#wrapRequestWithUploadProgress': '',
};

/** Of its errors what is looked at, and where it went wrong. */
const errors: Readonly<Record<string, Members>> = {
  KyError: {name: null, isKyError: ''},
  HTTPError: {name: null, response: '', request: '', options: '', data: '', constructor: 'constructor(response){super(`${response.status} ${response.url}`);this.response=response}'},
  TimeoutError: {name: null, request: '', constructor: 'constructor(request){super(request.url)}'},
};

/** Where ky makes its instances: with defaults of their own, one function a method, and more instances of each. The client calls the first. */
const making = /const createInstance = [^]*\nconst ky = createInstance\(\);/;

/**
 * Leaves out of one of ky's modules what is never reached.
 *
 * @param path - Path of the module; forward slashes.
 * @param code - Its text.
 * @returns The rest; undefined for a module that stays as it is.
 * @throws Error when the module is not what was known, so that a new version is looked at first.
 */
export function toSmallKy(path: string, code: string): string | undefined {
  if (path.endsWith('/node_modules/ky/distribution/core/Ky.js')) return cutMembers(code, members);
  const error = errors[/\/node_modules\/ky\/distribution\/errors\/(\w+)\.js$/.exec(path)?.[1] ?? ''];
  if (error) return cutMembers(code, error);
  if (!path.endsWith('/node_modules/ky/distribution/index.js')) return undefined;
  if (!making.test(code)) throw new Error('ky no longer makes its instances as before: look how it does now, then change small-ky.ts.');
  return code.replace(making, 'const ky=(input,options)=>Ky.create(input,options);');
}

/** The rest of ky as a plugin for Vite and Rolldown. */
export function smallKy(): Plugin {
  return {
    name: 'portico-small-ky',
    enforce: 'pre',
    transform: (code, id) => {
      const small = toSmallKy(id.replaceAll('\\', '/'), code);
      return small === undefined ? undefined : {code: small, map: null};
    },
  };
}
