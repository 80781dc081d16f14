import { Children, type ReactNode } from 'react'

export type ComponentChildren = ReactNode

export const toChildArray = Children.toArray
