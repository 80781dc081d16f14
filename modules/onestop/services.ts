import type { FilingServices } from '#filing'

export type OnestopServices = FilingServices
