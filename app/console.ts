import type { Config } from '#platform/config'
import type { DemoOfficial } from './demo-officials.ts'

export type Said = string

/** A line for the person at the terminal. Machines read the log instead. */
export function say(line: Said): void {
  console.log(`  ${line}`)
}

/** The sandbox lists its people; these show most of what is different. */
const WHOM = `  Sign in as anyone from the list of the VNeID sandbox, without a password:
    Nguyễn Văn An, level 2, father of Châu and Duy · Bùi Thị Lan, 72, level 1 · SATO HARUKA, foreigner
    Công ty Cảng Mẫu Phương Đông, by its representative Nguyễn Thị Kim Oanh

`

/** What a demonstration has beside the portal itself. */
export type Demonstration = {
  readonly hasSandbox: boolean
  /** Where the gateway of text messages is that nothing leaves this machine by. */
  readonly smsSandbox: string | undefined
  readonly officials: readonly DemoOfficial[]
}

/** Where to look and what to try, once everything runs. */
export function announceReady(
  { publicUrl, role }: Config,
  tookMs: number,
  { hasSandbox, smsSandbox, officials }: Demonstration,
): void {
  if (role === 'worker') {
    say(`The worker is running (after ${tookMs} ms). Ctrl-C stops it.`)
    return
  }
  console.log(`
  Một Cửa is running (after ${(tookMs / 1_000).toFixed(1)} s):

    Portal                 ${publicUrl}/
    Find a procedure       ${publicUrl}/thu-tuc?q=lam+giay+khai+sinh
    A procedure            ${publicUrl}/thu-tuc/1.001193
    Old unit, new unit     ${publicUrl}/don-vi-hanh-chinh?q=phuong+dich+vong
    When is it due?        ${publicUrl}/ngay-lam-viec
    File a dossier         ${publicUrl}/nop-ho-so/1.001193 (the whole story: docs/walk-through.md)
    One-stop desk          ${publicUrl}/mot-cua
    Design system          ${publicUrl}/design
    API and its docs       ${publicUrl}/api
    Sign in                ${publicUrl}/dang-nhap
${smsSandbox ? `    Text messages sent     ${smsSandbox}/sent\n` : ''}
${hasSandbox ? WHOM : ''}${invitations(officials)}  Load the larger catalogue with:  bin/import-catalogue FILE
  Ctrl-C stops everything.
`)
}

function invitations(officials: readonly DemoOfficial[]): string {
  if (officials.length === 0) return ''
  const lines = officials.map(({ who, link }) => `    ${who.padEnd(26)} ${link}`)
  return `  Become an official: each link opens once, sets a password and a second step, and is renewed at the next start.\n${lines.join('\n')}\n\n`
}
