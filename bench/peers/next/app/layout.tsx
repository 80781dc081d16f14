import type { ReactNode } from 'react'

/** The pages bring the whole document, with the portal's own layout. */
export default function RootLayout({ children }: { children: ReactNode }) {
  return children
}
