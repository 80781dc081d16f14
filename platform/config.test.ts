import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ConfigError, readConfig, SETTINGS } from './config.ts'
import { ROOT } from './root.ts'

function complaintsAbout(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.complaints
    throw error
  }
  return []
}

test('without any setting it is a portal for this machine', () => {
  expect(readConfig({})).toMatchObject({
    role: 'all',
    host: '127.0.0.1',
    port: 3000,
    publicUrl: 'http://127.0.0.1:3000',
    databaseUrl: undefined,
    varDir: join(ROOT, 'var'),
    proxies: 0,
    metricsToken: undefined,
  })
})

test('every setting can be set', () => {
  const config = readConfig({
    MOTCUA_ROLE: 'worker',
    HOST: '::',
    PORT: ' 8080 ',
    PUBLIC_URL: 'https://dichvucong.example/',
    DATABASE_URL: 'postgres://u:p@db:5432/motcua',
    DATABASE_CONNECTIONS: '20',
    DATABASE_NAMED_STATEMENTS: 'off',
    VAR_DIR: 'elsewhere',
    FILES_URL: 'disk:/srv/files',
    CLAMAV_URL: 'tcp://scanner:3310',
    SMTP_URL: 'smtp://user:word@mail:587',
    MAIL_FROM: 'Cổng <cong@example.vn>',
    SMS_URL: 'https://sms.example/send',
    SMS_KEY: 'a key',
    SYNC_NETWORKS: '10.1.0.0/16=H21, fd00::/8=H36.14',
    MESSAGE_DAYS: '30',
    LOG_LEVEL: 'warn',
    TRUST_PROXY: 'true',
    READS_PER_MINUTE: '10',
    WRITES_PER_MINUTE: '5',
    RATE_EXEMPT: '10.0.0.1, fe80::1',
    COOKIE_SECRET: 'a secret of thirty-two characters',
    METRICS_TOKEN: 'sixteen characters',
    VNEID_ISSUER: 'https://sso.example',
    VNEID_CLIENT_ID: 'portal',
    VNEID_CLIENT_SECRET: 'a secret',
    ACCESS_LOG_NAMES: 'yes',
    SEED_DEMO: 'no',
    SHUTDOWN_MS: '0',
  })

  expect(config).toEqual({
    role: 'worker',
    host: '::',
    port: 8080,
    publicUrl: 'https://dichvucong.example',
    databaseUrl: 'postgres://u:p@db:5432/motcua',
    databaseConnections: 20,
    usesNamedStatements: false,
    varDir: join(ROOT, 'elsewhere'),
    filesUrl: 'disk:/srv/files',
    clamavUrl: 'tcp://scanner:3310',
    smtpUrl: 'smtp://user:word@mail:587',
    mailFrom: 'Cổng <cong@example.vn>',
    smsUrl: 'https://sms.example/send',
    smsKey: 'a key',
    syncNetworks: [
      { address: '10.1.0.0', prefix: 16, agencyCode: 'H21' },
      { address: 'fd00::', prefix: 8, agencyCode: 'H36.14' },
    ],
    messageDays: 30,
    logLevel: 'warn',
    proxies: 1,
    readsPerMinute: 10,
    writesPerMinute: 5,
    rateExempt: ['10.0.0.1', 'fe80::1'],
    cookieSecret: 'a secret of thirty-two characters',
    metricsToken: 'sixteen characters',
    vneidIssuer: 'https://sso.example',
    vneidClientId: 'portal',
    vneidClientSecret: 'a secret',
    showsOfficialNames: true,
    seedsDemo: false,
    shutdownMs: 0,
  })
})

test('an empty setting is no setting', () => {
  expect(readConfig({ PORT: '', METRICS_TOKEN: ' ' })).toEqual(readConfig({}))
})

test('every wrong value is named at once, with what would be right', () => {
  expect(complaintsAbout({ PORT: '70000', LOG_LEVEL: 'loud', SEED_DEMO: 'maybe' })).toEqual([
    'PORT="70000" is not valid: it takes a whole number from 0 to 65535',
    'LOG_LEVEL="loud" is not valid: it takes debug, info, warn, error, silent',
    'SEED_DEMO="maybe" is not valid: it takes true or false',
  ])
})

test('what may be a secret is not repeated', () => {
  const complaints = complaintsAbout({
    DATABASE_URL: 'mysql://u:hunter2@db',
    METRICS_TOKEN: 'hunter2',
    FILES_URL: 's3:hunter2',
    PUBLIC_URL: 'ftp://hunter2@x',
  })

  expect(complaints).toHaveLength(4)
  expect(complaints.join()).not.toContain('hunter2')
})

test.each([
  ['MOTCUA_ROLE', ['boss']],
  ['PORT', ['-1', '1.5', 'http', '65536', '0x']],
  [
    'PUBLIC_URL',
    ['dichvucong.example', 'https://x.example/portal', 'https://x.example/?a=1', 'javascript:alert(1)'],
  ],
  ['DATABASE_URL', ['postgres', 'http://db', 'postgres://[']],
  ['DATABASE_CONNECTIONS', ['4', '201', 'many']],
  ['DATABASE_NAMED_STATEMENTS', ['2', 'nein']],
  ['FILES_URL', ['files', 'disk:', 's3://bucket']],
  ['TRUST_PROXY', ['-1', '6', '1.5', 'everyone']],
  ['READS_PER_MINUTE', ['0', '1e9']],
  ['WRITES_PER_MINUTE', ['0']],
  ['RATE_EXEMPT', ['localhost', '10.0.0.1 10.0.0.2', '10.0.0.0/8']],
  ['COOKIE_SECRET', ['a secret of thirty-one letters.']],
  ['METRICS_TOKEN', ['short']],
  ['SHUTDOWN_MS', ['-1', '86400001']],
])('%s does not take %j', (name, values) => {
  expect(values.flatMap((value) => complaintsAbout({ [name]: value }))).toHaveLength(values.length)
})

test('the handbook of operations has a row for every setting, and says the same', () => {
  const handbook = readFileSync(join(ROOT, 'docs', 'operations.md'), 'utf8')
  const rows = handbook.split('\n').filter((line) => /^\| `[A-Z_]+` \|/.test(line))

  const expected = Object.values(SETTINGS).map(
    ({ env, meaning, accepts }) => `| \`${env}\` | ${meaning} | ${accepts} |`,
  )

  expect(rows.map((row) => row.slice(0, row.lastIndexOf(' |', row.length - 3) + 2))).toEqual(expected)
})
