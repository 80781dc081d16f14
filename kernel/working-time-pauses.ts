/** Một lần tạm dừng: the ball is with the citizen from one moment until just before the other. */
export type Pause = { readonly from: Date; readonly until: Date }

/** A pause that may still last. */
export type OpenPause = { readonly from: Date; readonly until?: Date | undefined }

/**
 * The same stretches in order, overlapping ones joined: however often and in whatever order pauses are reported, time is
 * left out once.
 * @throws RangeError when a pause ends before it begins
 */
export function joinPauses(pauses: readonly Pause[]): readonly Pause[] {
  for (const { from, until } of pauses) {
    // Written so that an invalid date is refused as well.
    if (!(from.getTime() <= until.getTime())) throw new RangeError('A pause ends before it begins')
  }
  if (pauses.length < 2) return pauses

  const joined: Pause[] = []
  for (const pause of [...pauses].sort((a, b) => a.from.getTime() - b.from.getTime())) {
    const last = joined.at(-1)
    if (!last || pause.from > last.until) joined.push(pause)
    else if (pause.until > last.until) joined[joined.length - 1] = { from: last.from, until: pause.until }
  }
  return joined
}

/** Pauses as they stand at a moment: one that still lasts ends there for now, later ones do not exist yet. */
export function pausesUntil(pauses: readonly OpenPause[], at: Date): readonly Pause[] {
  return pauses
    .filter((pause) => pause.from <= at)
    .map((pause) => ({ from: pause.from, until: pause.until && pause.until < at ? pause.until : at }))
}

export function later(a: Date, b: Date): Date {
  return a > b ? a : b
}

export function earlier(a: Date, b: Date): Date {
  return a < b ? a : b
}
