/** Running Kith: its secrets, its database as the administrator sees it, and its processes. */
export { explainListen, ownerUrl } from './address.ts'
export { drainServer } from './drain.ts'
export { emptyTarget } from './empty-target.ts'
export {
  bringUpToDate,
  type Installation,
  onItsDatabase,
  openInstallation,
  refuseOtherVersion,
} from './installation.ts'
export { putMasterKey } from './keys.ts'
export { obey } from './obey.ts'
export type { WebOrders, WorkerOrders } from './orders.ts'
export { watchSettings } from './settings.ts'
export { runKith } from './supervisor.ts'
