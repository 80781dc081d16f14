import { tasks as catalogueTasks } from '#catalogue'
import { tasks as identityTasks } from '#identity'
import type { Task } from '#platform/jobs'
import type { Handler } from '#platform/outbox'

/** Which module reacts to what has happened in another. */
export const handlers: readonly Handler[] = []

/** Work that is done in the background. */
export const tasks: readonly Task[] = [...identityTasks, ...catalogueTasks]
