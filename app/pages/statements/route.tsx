import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import { STATEMENTS } from './text.ts'
import { StatementPage } from './view.tsx'

export function statementPages(app: App): void {
  for (const address of Object.keys(STATEMENTS)) {
    app.get(address, { config: { access: 'anyone', isSameForAll: true } }, (request, reply) =>
      sendPage(reply, 200, <StatementPage shell={shellOf(request)} address={address} />),
    )
  }
}
