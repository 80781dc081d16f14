import { type Db, sql, type Tx } from '#platform/db'
import type { DossierEvent, EventDetails } from '../dossier.ts'
import type { Status } from '../status.ts'

type Row = {
  readonly sequence: number
  readonly act: string
  readonly fromStatus: Status | null
  readonly toStatus: Status
  readonly actorKind: DossierEvent['by']['kind']
  readonly actorId: string
  readonly actorName: string | null
  readonly actorPost: string | null
  readonly actorAgency: string | null
  readonly onBehalfOf: string | null
  readonly reason: string | null
  readonly claimedAt: Date
  readonly arrivedAt: Date
  readonly isIrregular: boolean
  readonly details: EventDetails
}

/** The whole course of a dossier, in the order in which the register learned of it. By primary key. */
export async function eventsOf(db: Db, code: string): Promise<DossierEvent[]> {
  const rows = await db.many<Row>(sql`
    select e.sequence, e.act, e.from_status, e.to_status, e.actor_kind, e.actor_id, e.actor_name, e.actor_post,
           e.actor_agency, e.on_behalf_of, e.reason, e.claimed_at, e.arrived_at, e.is_irregular, e.details
      from register.event e
     where e.dossier_code = ${code}
     order by e.sequence`)
  return rows.map(eventOf)
}

export async function insertEvent(tx: Tx, code: string, event: DossierEvent): Promise<void> {
  const { by } = event
  await tx.many(sql`
    insert into register.event (
           dossier_code, sequence, act, from_status, to_status, actor_kind, actor_id, actor_name, actor_post, actor_agency,
           on_behalf_of, reason, claimed_at, arrived_at, is_irregular, details)
    values (${code}, ${event.sequence}, ${event.act}, ${event.fromStatus ?? null}, ${event.toStatus}, ${by.kind}, ${by.id},
            ${by.name ?? null}, ${by.post ?? null}, ${by.agency ?? null}, ${by.onBehalfOf ?? null}, ${event.reason ?? null},
            ${event.claimedAt}, ${event.arrivedAt}, ${event.isIrregular}, ${JSON.stringify(event.details)}::jsonb)`)
}

function eventOf(row: Row): DossierEvent {
  const { actorKind, actorId, actorName, actorPost, actorAgency, onBehalfOf, fromStatus, reason, ...rest } =
    row
  return {
    ...rest,
    fromStatus: fromStatus ?? undefined,
    reason: reason ?? undefined,
    by: {
      kind: actorKind,
      id: actorId,
      name: actorName ?? undefined,
      post: actorPost ?? undefined,
      agency: actorAgency ?? undefined,
      onBehalfOf: onBehalfOf ?? undefined,
    },
  }
}
