import type {DealPolicy, LeadPolicy, ProgramLevel, api} from '@portico/contract';
import {recordChange} from '../changes/record-change.ts';
import {newId, nowText} from '../context.ts';
import type {Handlers} from '../handlers.ts';
import {partnerOrgExists} from '../partner-org/partner-org.queries.ts';
import {expectVersion, problem} from '../problem.ts';
import {findLevelsInUse, getProgram, lockProgram, updateProgram} from './program.queries.ts';
import {mergePolicy} from './program.rules.ts';

export const programHandlers: Handlers<typeof api.program> = {
  get: ({scope}) => getProgram(scope),

  update: async ({input: {version, leadPolicy, dealPolicy, levels: given, ...input}, scope}) => {
    const program = await lockProgram(scope);
    await expectVersion(program, version, async () => program);
    const levels = given?.map(level => ({...level, id: level.id ?? newId(scope.context)}));
    if (levels) refuseLevels(levels, await findLevelsInUse(scope));
    const changes = {...input, ...(levels ? {levels} : {})};
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

/** No two levels are the same or are of one rank, and none goes that a partner has. */
function refuseLevels(levels: readonly Pick<ProgramLevel, 'id' | 'rank'>[], inUse: readonly string[]): void {
  const has = (id: string) => levels.some(level => level.id === id);
  const faults = [
    ...(new Set(levels.map(({id}) => id)).size < levels.length ? [{code: 'duplicate', message: 'Name each level once.'}] : []),
    ...(new Set(levels.map(({rank}) => rank)).size < levels.length ? [{code: 'duplicate_rank', message: 'Give each level a rank of its own.'}] : []),
    ...(inUse.every(has) ? [] : [{code: 'in_use', message: 'Partners have a level that is left out. Move them first.'}]),
  ];
  if (faults.length > 0) throw problem('input_invalid', {errors: faults.map(fault => ({pointer: '/levels', ...fault}))});
}
