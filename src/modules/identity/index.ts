/** Who works with Kith: accounts, roles, signing in, and who may do what. */
export { authenticate, requires } from './guard-routes.ts'
export type { StaffLink } from './home/staff-link.ts'
export { type Action, can } from './permissions.ts'
export { ROLE_LABELS } from './roles.ts'
export { identity } from './routes.tsx'
export { signIn } from './sign-in/responder.tsx'
