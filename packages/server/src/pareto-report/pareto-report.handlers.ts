import type {Api} from '@portico/contract';
import {paretoOf} from '@portico/contract/pareto-rules';
import type {Handlers} from '../handlers.ts';
import {getTurnovers} from './pareto-report.queries.ts';

export const paretoReportHandlers: Handlers<Api['paretoReports']> = {
  get: async ({input: {sharePercent, ...window}, scope}) => {
    const {currency, from = null, until = null} = window;
    return {currency, from, until, ...paretoOf(await getTurnovers(scope, window), sharePercent)};
  },
};
