export { deliveryTasks } from './deliver.ts'
export { inboxPages } from './pages/inbox/route.tsx'
export { tell } from './tell.ts'
export type { Kind } from './words.ts'
