import { join } from 'node:path'
import {
  addresses,
  bool,
  diskUrl,
  folder,
  issuerAddress,
  nonEmpty,
  oneOf,
  postgresUrl,
  type Setting,
  type SyncNetwork,
  setting,
  smtpUrl,
  syncNetworks,
  tcpUrl,
  webAddress,
  webOrigin,
  whole,
} from './config-values.ts'
import { ROOT } from './root.ts'

/** Where this installation runs and how. Read once at start, from the environment alone. */
export type Config = Readonly<{
  role: 'all' | 'web' | 'worker'
  host: string
  port: number
  publicUrl: string
  databaseUrl: string | undefined
  databaseConnections: number
  usesNamedStatements: boolean
  varDir: string
  filesUrl: string
  clamavUrl: string | undefined
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  proxies: number
  readsPerMinute: number
  writesPerMinute: number
  rateExempt: readonly string[]
  cookieSecret: string | undefined
  metricsToken: string | undefined
  smtpUrl: string | undefined
  mailFrom: string
  smsUrl: string | undefined
  smsKey: string | undefined
  messageDays: number
  syncNetworks: readonly SyncNetwork[]
  sealKey: string | undefined
  sealCertificate: string | undefined
  vneidIssuer: string | undefined
  vneidClientId: string | undefined
  vneidClientSecret: string | undefined
  seedsDemo: boolean
  showsOfficialNames: boolean
  shutdownMs: number
}>

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const
const ROLES = ['all', 'web', 'worker'] as const
const DAY_MS = 86_400_000

/** Every setting there is. `docs/operations.md` is checked against this table by a test. */
export const SETTINGS: { readonly [Name in keyof Config]: Setting<Config[Name]> } = {
  role: setting('MOTCUA_ROLE', 'all', 'which parts this process runs', ROLES.join(', '), oneOf(ROLES)),
  host: setting('HOST', '127.0.0.1', 'address to listen on', 'a host name or address', nonEmpty),
  port: setting('PORT', 3000, 'port to listen on', 'a whole number from 0 to 65535', whole(0, 65_535)),
  publicUrl: setting(
    'PUBLIC_URL',
    '',
    'address under which people reach the portal; absent: the listening address',
    'an http(s) address without a path',
    webOrigin,
  ),
  databaseUrl: setting<string | undefined>(
    'DATABASE_URL',
    undefined,
    'PostgreSQL server (15 or newer); absent: the embedded one',
    'postgres://user:password@host:port/database',
    postgresUrl,
  ),
  databaseConnections: setting(
    'DATABASE_CONNECTIONS',
    10,
    'database connections of one process, at most',
    'a whole number from 5 to 200',
    whole(5, 200),
  ),
  usesNamedStatements: setting(
    'DATABASE_NAMED_STATEMENTS',
    true,
    'keep planned statements; off behind pgbouncer before 1.21',
    'true or false',
    bool,
  ),
  varDir: setting('VAR_DIR', join(ROOT, 'var'), 'folder of data, files and secrets', 'a folder path', folder),
  filesUrl: setting(
    'FILES_URL',
    'disk:files',
    'where files are kept: disk:FOLDER, relative to VAR_DIR',
    'disk:FOLDER',
    diskUrl,
  ),
  clamavUrl: setting<string | undefined>(
    'CLAMAV_URL',
    undefined,
    'ClamAV that looks at files before anyone opens them; absent: none does',
    'tcp://host:port',
    tcpUrl,
  ),
  logLevel: setting(
    'LOG_LEVEL',
    'info',
    'least severity that is logged',
    LOG_LEVELS.join(', '),
    oneOf(LOG_LEVELS),
  ),
  proxies: setting(
    'TRUST_PROXY',
    0,
    'proxies of ours in front, whose X-Forwarded-For and X-Forwarded-Proto are believed; true: one',
    'true, false or a whole number from 0 to 5',
    (text) => whole(0, 5)(text) ?? ({ true: 1, false: 0 } as const)[text.toLowerCase()],
  ),
  readsPerMinute: setting(
    'READS_PER_MINUTE',
    1_200,
    'requests that one address may make in a minute',
    'a whole number from 1 to 1000000',
    whole(1, 1_000_000),
  ),
  writesPerMinute: setting(
    'WRITES_PER_MINUTE',
    60,
    'requests that change something, of one address, in a minute',
    'a whole number from 1 to 1000000',
    whole(1, 1_000_000),
  ),
  rateExempt: setting(
    'RATE_EXEMPT',
    ['127.0.0.1', '::1'],
    'addresses whose reads are not counted; "none" for no address',
    'addresses, separated by commas',
    addresses,
  ),
  cookieSecret: setting<string | undefined>(
    'COOKIE_SECRET',
    undefined,
    'key that cookies are signed with, the same on all machines; absent: one made for this VAR_DIR',
    'at least 32 characters',
    (text) => (text.length >= 32 ? text : undefined),
  ),
  metricsToken: setting<string | undefined>(
    'METRICS_TOKEN',
    undefined,
    'bearer token that opens /metrics from elsewhere than this machine',
    'at least 16 characters',
    (text) => (text.length >= 16 ? text : undefined),
  ),
  smtpUrl: setting<string | undefined>(
    'SMTP_URL',
    undefined,
    'mail server that messages go out by; absent: they stay in the inbox of the portal',
    'smtp://user:password@host:port or smtps://…',
    smtpUrl,
  ),
  mailFrom: setting(
    'MAIL_FROM',
    'Một Cửa <khong-tra-loi@localhost>',
    'sender of messages',
    'a name and an address',
    nonEmpty,
  ),
  smsUrl: setting<string | undefined>(
    'SMS_URL',
    undefined,
    'gateway of text messages; absent: none are sent',
    'an http(s) address',
    webAddress,
  ),
  syncNetworks: setting<readonly SyncNetwork[]>(
    'SYNC_NETWORKS',
    [],
    'networks behind which systems report without a credential, and for whom: 10.1.0.0/16=H21 10.2.0.7/32=H22.06',
    'networks, each with = and the code of an agency',
    syncNetworks,
  ),
  messageDays: setting(
    'MESSAGE_DAYS',
    90,
    'days for which messages of agencies are kept as they were received',
    'a whole number from 1 to 3650',
    whole(1, 3_650),
  ),
  smsKey: setting<string | undefined>(
    'SMS_KEY',
    undefined,
    'key that the gateway of text messages gave',
    'a text',
    nonEmpty,
  ),
  sealKey: setting<string | undefined>(
    'SEAL_KEY',
    undefined,
    'key that receipts are signed with (PKCS #8, PEM); absent: one made for this installation',
    'a file path',
    nonEmpty,
  ),
  sealCertificate: setting<string | undefined>(
    'SEAL_CERTIFICATE',
    undefined,
    'certificate of that key and those above it (PEM)',
    'a file path',
    nonEmpty,
  ),
  vneidIssuer: setting<string | undefined>(
    'VNEID_ISSUER',
    undefined,
    'address of VNeID, where people and organizations sign in; absent with demo data: a sandbox is started',
    'an https address; http only on this machine',
    issuerAddress,
  ),
  vneidClientId: setting<string | undefined>(
    'VNEID_CLIENT_ID',
    undefined,
    'name under which VNeID knows this portal',
    'a text',
    nonEmpty,
  ),
  vneidClientSecret: setting<string | undefined>(
    'VNEID_CLIENT_SECRET',
    undefined,
    'secret that VNeID gave this portal',
    'a text',
    nonEmpty,
  ),
  seedsDemo: setting('SEED_DEMO', true, 'load the demo data into an empty database', 'true or false', bool),
  showsOfficialNames: setting(
    'ACCESS_LOG_NAMES',
    false,
    'name officials in the access log of a citizen, beside post and agency',
    'true or false',
    bool,
  ),
  shutdownMs: setting(
    'SHUTDOWN_MS',
    10_000,
    'time that running requests get to finish at shutdown, in milliseconds',
    'a whole number from 0 to 86400000',
    whole(0, DAY_MS),
  ),
}

/** One or more settings are wrong. `complaints` has a sentence for each. */
export class ConfigError extends Error {
  readonly complaints: readonly string[]

  constructor(complaints: readonly string[]) {
    super(`Wrong settings:\n${complaints.map((line) => `  - ${line}`).join('\n')}`)
    this.name = 'ConfigError'
    this.complaints = complaints
  }
}

/** @throws ConfigError naming every wrong value at once */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const complaints: string[] = []
  const values: Record<string, unknown> = {}
  for (const [name, { env: variable, fallback, accepts, parse }] of Object.entries(SETTINGS)) {
    const text = env[variable]?.trim()
    const value = text ? (parse(text) as unknown) : fallback
    if (text && value === undefined) {
      complaints.push(`${variable}="${hidden(variable, text)}" is not valid: it takes ${accepts}`)
    }
    values[name] = value
  }
  if (values['vneidIssuer'] && !(values['vneidClientId'] && values['vneidClientSecret'])) {
    complaints.push('VNEID_ISSUER needs VNEID_CLIENT_ID and VNEID_CLIENT_SECRET beside it')
  }
  if (complaints.length > 0) throw new ConfigError(complaints)
  const config = values as Config
  return config.publicUrl ? config : { ...config, publicUrl: `http://${config.host}:${config.port}` }
}

function hidden(variable: string, text: string): string {
  return /TOKEN|SECRET|URL/.test(variable) ? '…' : text.slice(0, 80)
}
