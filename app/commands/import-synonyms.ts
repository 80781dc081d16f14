import { readFileSync } from 'node:fs'
import { storeThesaurus, thesaurusFrom } from '#catalogue'
import { runCommand, say, withDatabase } from './database.ts'

runCommand(async () => {
  const [file] = process.argv.slice(2)
  if (!file) throw new Error('Which file? bin/import-synonyms FILE (the shape of db/seed/synonyms.json)')
  const synonyms = thesaurusFrom(JSON.parse(readFileSync(file, 'utf8')))
  await withDatabase(async (db) => {
    await storeThesaurus(db, synonyms, new Date())
    say(
      `${synonyms.groups.length} groups and ${Object.keys(synonyms.abbreviations).length} abbreviations are in use now`,
    )
  })
})
