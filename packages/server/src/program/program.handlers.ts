import type {DealPolicy, LeadPolicy, api} from '@portico/contract';
import {recordChange} from '../changes/record-change.ts';
import {nowText} from '../context.ts';
import type {Handlers} from '../handlers.ts';
import {partnerOrgExists} from '../partner-org/partner-org.queries.ts';
import {expectVersion, problem} from '../problem.ts';
import {getProgram, lockProgram, updateProgram} from './program.queries.ts';
import {mergePolicy} from './program.rules.ts';

export const programHandlers: Handlers<typeof api.program> = {
  get: ({scope}) => getProgram(scope),

  update: async ({input: {version, leadPolicy, dealPolicy, ...changes}, scope}) => {
    const program = await lockProgram(scope);
    await expectVersion(program, version, async () => program);
    const {defaultPartnerOrgId} = changes;
    if (defaultPartnerOrgId && !(await partnerOrgExists(scope, defaultPartnerOrgId))) throw problem('partner_org_not_found');
    const policies: {leadPolicy?: LeadPolicy; dealPolicy?: DealPolicy} = {
      ...(leadPolicy ? {leadPolicy: mergePolicy(program.leadPolicy, leadPolicy)} : {}),
      ...(dealPolicy ? {dealPolicy: mergePolicy(program.dealPolicy, dealPolicy)} : {}),
    };
    const updated = await updateProgram(scope, {...changes, ...policies}, nowText(scope.context));
    await recordChange(scope, {resource: 'program', id: program.id, action: 'update', changes: {...changes, ...(leadPolicy ? {leadPolicy} : {}), ...(dealPolicy ? {dealPolicy} : {})}});
    return updated;
  },
};
