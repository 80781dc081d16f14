import type { Family } from './client.ts'
import { FAMILY_A } from './family-a.ts'
import { FAMILY_B } from './family-b.ts'
import { FAMILY_C } from './family-c.ts'
import { FAMILY_D } from './family-d.ts'
import { SCRIPT_CLIENT } from './script-client.ts'

/** Every kind of system that reports dossiers. */
export const FAMILIES: readonly Family[] = [...FAMILY_A, FAMILY_B, FAMILY_C, FAMILY_D, SCRIPT_CLIENT]
