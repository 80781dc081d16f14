import { type RouteConfig, route } from '@react-router/dev/routes'

export default [
  route('thu-tuc', 'routes/results.tsx'),
  route('thu-tuc/:code', 'routes/procedure.tsx'),
] satisfies RouteConfig
