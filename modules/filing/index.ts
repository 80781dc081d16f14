export { attachResult, recordSupplement, sendMessage } from './after-filing.ts'
export { heldPapers } from './held-papers.ts'
export { handlers } from './jobs.ts'
export { contentOf, contentsByCode, type DossierContent } from './own-dossier.ts'
export { FiledAnswers, FiledFiles } from './pages/content-view.tsx'
export { Messages } from './pages/dossier/messages.tsx'
export { FilesField } from './pages/files-field.tsx'
export { readPosted } from './pages/posted-page.ts'
export { limitsOf, requireCompetent, requireFileable, sourceOf } from './procedure.ts'
export {
  messagesOf,
  type ResultRow,
  resultsOf,
  type SupplementItem,
  supplementsOf,
} from './queries/around.ts'
export { type FiledFile, receiptSecret, shortDigest } from './receipt.ts'
export { refusals } from './refusals.ts'
export { filingRoutes } from './routes.ts'
export { openSeal, type SealSource } from './seal.ts'
export type { FilingServices } from './services.ts'
export { fileAtDesk, Incomplete, requireComplete } from './submit.ts'
export type { Filer } from './whose.ts'
