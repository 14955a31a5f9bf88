export {createMockBackend} from './backend.ts';
export type {Behaviour, MockBackend, MockBackendOptions} from './backend.ts';
export type {Acts} from './acts.ts';
export {mockDealIds} from './deal-acts.ts';
export type {DealActs} from './deal-acts.ts';
export {systemClock} from './clock.ts';
export type {Clock} from './clock.ts';
export type {ScenarioName} from './scenarios.ts';
export {mockSecretKey} from './viewer.ts';
