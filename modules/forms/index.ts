export { type FindPlace, placeFinder } from './address.ts'
export { answerSchema } from './answer-schema.ts'
export { unaskedOnPage } from './asked.ts'
export {
  CHANGES,
  type Change,
  changeForm,
  fieldAt,
  type Place,
  pageAt,
  readPlace,
  withField,
  withPage,
  writePlace,
} from './build.ts'
export { type Checked, checkAnswers, checkOnePage, isAsked } from './check.ts'
export { mistakesOf } from './check-definition.ts'
export { ageOn } from './condition.ts'
export {
  type Address,
  type Answer,
  type Answers,
  FIELD_TYPES,
  type Field,
  type Form,
  type FormDefinition,
  type Page,
  PREFILLS,
  type Text,
  walkFields,
} from './definition.ts'
export { type Difference, differences } from './difference.ts'
export type { GenericSource } from './generic.ts'
export { type AnswerLine, answerLines } from './lines.ts'
export { AnswersView } from './pages/answers.tsx'
export { errorsOf, type FilesField, FormFields } from './pages/fields.tsx'
export { type Known, prefill } from './prefill.ts'
export type { Problem } from './problem.ts'
export {
  definitionRow,
  type FormLine,
  formLines,
  formVersions,
  type VersionLine,
} from './queries/definitions.ts'
export { readDefinition, readShape } from './read-definition.ts'
export { refusals } from './refusals.ts'
export { seedForms } from './seed.ts'
export { findForm, formFor, formOfVersion, storeForm } from './store.ts'
export { changeGroup, groupChange, type Posted, readPage } from './typed.ts'
