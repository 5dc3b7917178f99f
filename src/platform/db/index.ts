/** PostgreSQL: one transaction a request, with an actor. */
export { type Connection, type Database, openDatabase } from './database.ts'
export { closeDoors, type DoorUrls, doorUrls, loginUrl, openDoors } from './doors.ts'
export { DatabaseAway } from './faults.ts'
export { type MigrationSet, migrate, migrationKey, platformMigrations, readMigrations } from './migrate.ts'
export { refusePrivileged } from './privilege.ts'
export { type Passwords, provision } from './provision.ts'
export { GROUPS, type Group, groupRole, loginRole, OWNER } from './roles.ts'
export type { Tx } from './types.ts'
