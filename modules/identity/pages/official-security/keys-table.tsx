import { Button, PostForm, Table } from '#design'
import { formatMoment } from '#kernel/civil-date-text'
import type { Shell } from '#platform/http'
import type { Passkey } from '../../officials/passkey.ts'
import { SECURITY } from './present.ts'
import { words } from './text.ts'

type Props = {
  readonly shell: Shell
  readonly token: string
  readonly keys: readonly Passkey[]
  /** Never the last way to prove a second time who one is. */
  readonly canRemove: boolean
}

/** Khóa truy cập: each with its name, which can be changed, and a button that takes it away. */
export function KeysTable({ shell, token, keys, canRemove }: Props) {
  const text = words[shell.lang]
  return (
    <Table
      caption={text.keys}
      hidesCaption
      columns={[
        { head: text.key },
        { head: text.keyMade },
        { head: text.keyUsed },
        { head: text.keyRename },
        { head: text.keyRemove },
      ]}
      rows={keys.map((key) => [
        key.isSynced ? `${key.name} (${text.synced})` : key.name,
        formatMoment(key.madeAt),
        key.usedAt ? formatMoment(key.usedAt) : text.never,
        <a key="name" href={`${SECURITY}/khoa/ten?khoa=${encodeURIComponent(placeOf(key))}`}>
          {text.keyRename} <span class="hidden">{key.name}</span>
        </a>,
        canRemove && (
          <PostForm
            key="remove"
            action={`${SECURITY}/khoa/bo`}
            token={token}
            kept={{ khoa: key.credentialId }}
          >
            <Button kind="quiet" context={key.name}>
              {text.keyRemove}
            </Button>
          </PostForm>
        ),
      ])}
    />
  )
}

/** The id of a key may be long; its beginning tells it from the others of one person. */
export function placeOf({ credentialId }: Passkey): string {
  return credentialId.slice(0, 24)
}
