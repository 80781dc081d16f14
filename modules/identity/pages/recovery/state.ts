import { isLate, type Recovery } from '../../recovery.ts'

export function stateOfRecovery(
  recovery: Recovery,
  now: Date,
): 'waiting' | 'late' | 'confirmed' | 'used' | 'cancelled' {
  if (recovery.usedAt) return 'used'
  if (recovery.cancelledAt) return 'cancelled'
  if (recovery.confirmedAt) return 'confirmed'
  return isLate(recovery, now) ? 'late' : 'waiting'
}
