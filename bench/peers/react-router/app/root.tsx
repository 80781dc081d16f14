import { Outlet } from 'react-router'

/** The pages bring the whole document, with the portal's own layout. */
export default function Root() {
  return <Outlet />
}
