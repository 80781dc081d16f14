export { refusals } from './refusals.ts'
export { filingRoutes } from './routes.ts'
export type { FilingServices } from './services.ts'
