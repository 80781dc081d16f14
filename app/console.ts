import type { Config } from '#platform/config'

export type Said = string

/** A line for the person at the terminal. Machines read the log instead. */
export function say(line: Said): void {
  console.log(`  ${line}`)
}

/** Where to look and what to try, once everything runs. */
export function announceReady({ publicUrl, role }: Config, tookMs: number): void {
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
    Design system          ${publicUrl}/design
    API and its docs       ${publicUrl}/api

  Nobody needs to sign in yet: everything here is public.
  Load the larger catalogue with:  bin/import-catalogue FILE
  Ctrl-C stops everything.
`)
}
