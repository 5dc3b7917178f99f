/** Work done outside a request: a queue for each half, in the same PostgreSQL. */
export { installJobs } from './install.ts'
export { type Jobs, type JobUrls, startJobs } from './run.ts'
