import { prepareDatabase } from '../prepare.ts'
import { runCommand, say, withDatabase } from './database.ts'

runCommand(() =>
  withDatabase(async (db) => {
    await prepareDatabase(db, { seedsDemo: true }, say)
    say('The seed data is there')
  }),
)
