import { formatMoment } from '#kernel/civil-date-text'
import { type Kind, tell } from '#notify'
import type { Tx } from '#platform/db'
import type { Handler } from '#platform/outbox'
import { CHANGED, type Dossier, type DossierEvent, findDossier, timelineOf } from '#register'

/** What an applicant is told of what happened, with the day that goes with it. What they did themselves they know, filing apart. */
const TOLD: Readonly<
  Record<string, { readonly kind: Kind; readonly when?: (dossier: Dossier) => Date | undefined }>
> = {
  submit: { kind: 'submitted', when: ({ pickUpBy }) => pickUpBy },
  receive: { kind: 'received', when: ({ dueAt }) => dueAt },
  reject: { kind: 'rejected' },
  ask_before_reception: { kind: 'supplement', when: ({ supplementBy }) => supplementBy },
  ask_supplement: { kind: 'supplement', when: ({ supplementBy }) => supplementBy },
  ask_payment: { kind: 'payment' },
  extend: { kind: 'extended', when: ({ dueAt }) => dueAt },
  stop: { kind: 'stopped' },
  finish: { kind: 'ready' },
  return: { kind: 'returned' },
  message: { kind: 'message' },
}

/** Whatever changes in the register is told to whom it concerns. */
export const handlers: readonly Handler[] = [
  {
    name: 'filing.tell_applicant',
    event: CHANGED,
    act: async (tx, { payload }) => {
      const { code, version } = payload
      if (typeof code !== 'string' || typeof version !== 'number') return
      const dossier = await findDossier(tx, code)
      const event = (await timelineOf(tx, code)).find(({ sequence }) => sequence === version)
      if (dossier && event) await tellApplicant(tx, dossier, event)
    },
  },
]

async function tellApplicant(
  tx: Tx,
  dossier: Dossier,
  { act, by, sequence, arrivedAt }: DossierEvent,
): Promise<void> {
  const { owner } = dossier.applicant
  const telling = TOLD[act]
  if (!owner || !telling || (by.kind === 'applicant' && act !== 'submit')) return
  const when = telling.when?.(dossier)
  await tell(tx, {
    account: owner,
    kind: telling.kind,
    told: {
      code: dossier.code,
      agency: dossier.agencyName,
      procedure: dossier.procedureName,
      when: when && formatMoment(when),
    },
    eventKey: `${dossier.code} ${sequence}`,
    now: arrivedAt,
  })
}
