import type {Api} from '@portico/contract';
import type {MockHandlers} from './handlers.ts';
import {definedOf} from './partner-org.mocks.ts';
import {problem} from './problem.ts';
import {policyNow} from './tier-flow.ts';

export const programMocks: MockHandlers<Api['program']> = {
  get(_, {store, viewer}) {
    const {program} = store.data;
    if (viewer.caller !== 'partner') return program;
    const announced = new Set(policyNow(store)?.terms.requirements.map(({levelId}) => levelId));
    const levelBenefits = program.dealPolicy.levelBenefits.filter(({levelId}) => announced.has(levelId));
    return {...program, dealPolicy: {...program.dealPolicy, approvalRules: [], levelBenefits}, levels: program.levels.map(level => ({...level, weight: null})), defaultPartnerOrgId: null, origins: []};
  },
  update({version, leadPolicy, dealPolicy, ...input}, {store}) {
    const {program} = store.data;
    if (program.version !== version) throw problem('version_conflict', {current: program});
    store.data.program = {...program, ...definedOf(input), leadPolicy: {...program.leadPolicy, ...definedOf(leadPolicy ?? {})}, dealPolicy: {...program.dealPolicy, ...definedOf(dealPolicy ?? {})}, version: version + 1, updatedAt: store.now()};
    store.change('program', program.id);
    return store.data.program;
  },
};
