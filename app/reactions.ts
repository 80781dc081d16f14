import { tasks as catalogueTasks } from '#catalogue'
import { clamav, fileTasks } from '#documents'
import { handlers as filingHandlers } from '#filing'
import { tasks as identityTasks, ssoTasks } from '#identity'
import { deliveryTasks } from '#notify'
import { handlers as onestopHandlers, tasks as onestopTasks } from '#onestop'
import type { Config } from '#platform/config'
import { openFileStore, uploadsFolder } from '#platform/files'
import type { Task } from '#platform/jobs'
import type { Handler } from '#platform/outbox'
import { openVault } from '#platform/secret'
import { tasks as syncTasks } from '#sync'

/** Which module reacts to what has happened in another. */
export const handlers: readonly Handler[] = [...filingHandlers, ...onestopHandlers]

/** Work that is done in the background. */
export function tasksFor(
  config: Pick<
    Config,
    | 'varDir'
    | 'cookieSecret'
    | 'publicUrl'
    | 'filesUrl'
    | 'clamavUrl'
    | 'smtpUrl'
    | 'mailFrom'
    | 'smsUrl'
    | 'smsKey'
    | 'messageDays'
  >,
): readonly Task[] {
  const vault = openVault(config, 'identity')
  const files = openFileStore(config.filesUrl, config.varDir)
  const scanner = config.clamavUrl === undefined ? undefined : clamav(config.clamavUrl)
  return [
    ...fileTasks(files, scanner, uploadsFolder(config.varDir)),
    ...deliveryTasks(config),
    ...onestopTasks,
    ...syncTasks(config),
    ...identityTasks,
    ...ssoTasks({ vault, publicUrl: config.publicUrl }),
    ...catalogueTasks,
  ]
}
