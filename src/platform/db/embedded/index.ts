export { type Cluster, type ClusterOptions, openCluster } from './cluster.ts'
export { type Lock, lockDataFolder } from './lock.ts'
export { supervise } from './supervise.ts'
