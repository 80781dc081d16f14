import type { NextConfig } from 'next'

export default {
  poweredByHeader: false,
  turbopack: { root: import.meta.dirname },
  // The portal's components are checked where they live, with Preact's types.
  typescript: { ignoreBuildErrors: true },
} satisfies NextConfig
