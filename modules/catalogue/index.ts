export { type CatalogueSearch, openCatalogueSearch } from './catalogue-search.ts'
export { type Desk, findPlace, type PlaceAnswer } from './find-place.ts'
export { type ImportReport, importProcedures, type Rejection } from './import/import-procedures.ts'
export { readLines, UnreadableFile } from './import/read-lines.ts'
export { tasks } from './jobs.ts'
export type {
  Case,
  Component,
  Fee,
  Level,
  Method,
  Named,
  OnlineLevel,
  ProcedureContent,
  Result,
  TimeVariant,
} from './procedure.ts'
export { procedureNames } from './procedure-names.ts'
export { type FieldLine, listFields, type NamedProcedure, publicProcedures } from './queries/procedures.ts'
export { findProcedure, findRevision } from './read-procedure.ts'
export { refusals } from './refusals.ts'
export type { Procedure, Revision, RevisionKind, RevisionName } from './revision.ts'
export { catalogueRoutes } from './routes.ts'
export { seedCatalogue, storeThesaurus } from './seed.ts'
export type { CatalogueServices } from './services.ts'
export { thesaurusFrom } from './thesaurus.ts'
export { openViewCounter, type ViewCounter } from './view-counter.ts'
