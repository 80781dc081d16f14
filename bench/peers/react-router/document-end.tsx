import { Scripts } from 'react-router'

/** What every React Router page ends with: the scripts, and the data to hydrate from. */
export function DocumentEnd() {
  return <Scripts />
}
