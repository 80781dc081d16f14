import type { Words } from '#platform/lang'
import { en } from './text-en.ts'
import { type SpecimenText, vi } from './text-vi.ts'

export type { SpecimenText } from './text-vi.ts'

export const words: Words<SpecimenText> = { vi, en }
