export { handlers, tasks } from './jobs.ts'
export { refusals } from './refusals.ts'
export { onestopRoutes } from './routes.ts'
export type { OnestopServices } from './services.ts'
