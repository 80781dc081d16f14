import { expect, test } from 'vitest'
import { timeOrderedId } from './time-ordered-id.ts'

const MORNING = new Date('2026-05-11T02:30:00Z')

test('an id is a UUID of version 7 that begins with its moment', () => {
  const id = timeOrderedId(MORNING)

  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(MORNING.getTime())
})

test('later ids sort after earlier ones, and no two of one moment are the same', () => {
  const later = timeOrderedId(new Date(MORNING.getTime() + 1))
  const ids = Array.from({ length: 1_000 }, () => timeOrderedId(MORNING))

  expect(new Set(ids).size).toBe(1_000)
  expect(ids.every((id) => id < later)).toBe(true)
})
