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
  update({version, leadPolicy, dealPolicy, levels: given, ...input}, {store}) {
    const {program} = store.data;
    if (program.version !== version) throw problem('version_conflict', {current: program});
    const levels = given?.map(level => ({...level, id: level.id ?? store.newId('level')})) ?? program.levels;
    const inUse = store.data.partnerOrgs.values().flatMap(({partnership: {levelId}}) => levelId ?? []);
    const isWrong = (of: (level: (typeof levels)[number]) => string | number) => new Set(levels.map(of)).size < levels.length;
    if (given && (isWrong(({id}) => id) || isWrong(({rank}) => rank) || !inUse.every(id => levels.some(level => level.id === id)))) throw problem('input_invalid', {errors: [{pointer: '/levels', code: 'in_use', message: 'Name each level once, with a rank of its own, and all that partners have.'}]});
    store.data.program = {...program, ...definedOf(input), levels, leadPolicy: {...program.leadPolicy, ...definedOf(leadPolicy ?? {})}, dealPolicy: {...program.dealPolicy, ...definedOf(dealPolicy ?? {})}, version: version + 1, updatedAt: store.now()};
    store.change('program', program.id);
    return store.data.program;
  },
};
