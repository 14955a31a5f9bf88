import type {DealForm, FieldError, FormField} from '@portico/contract';

/**
 * The form as partners of one level get it: without the fields of other levels and what hangs on those, and without the names of levels.
 *
 * @param levelId - Of the partner; `null` for one without a level.
 */
export function formForLevel(form: DealForm, levelId: string | null): DealForm {
  let fields: readonly FormField[] = form.fields.filter(({levelIds}) => levelIds.length === 0 || (levelId !== null && levelIds.includes(levelId)));
  for (;;) {
    const left = fields.filter(({showIf}) => !showIf || showIf.key === 'registrationType' || fields.some(({key}) => key === showIf.key));
    if (left.length === fields.length) return {...form, fields: left.map(field => ({...field, levelIds: []}))};
    fields = left;
  }
}

/** Levels that the programme does not have, by their place in the form. */
export function levelErrors({fields}: Pick<DealForm, 'fields'>, known: readonly string[]): FieldError[] {
  return fields.flatMap(({levelIds}, index) =>
    levelIds.flatMap((id, position) => (known.includes(id) ? [] : [{pointer: `/fields/${index}/levelIds/${position}`, code: 'level_unknown', message: 'The programme has no such level.'}])),
  );
}
