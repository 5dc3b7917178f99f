import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { z } from 'zod'
import { OperatorError } from '../kernel/errors.ts'

const Environment = z.object({
  PORT: z.coerce
    .number('PORT must be a whole number, like 3000')
    .int('PORT must be a whole number, like 3000')
    .min(0, 'PORT must be between 0 and 65535')
    .max(65_535, 'PORT must be between 0 and 65535')
    .default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  KITH_DATA: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'DATABASE_URL must begin with postgres://')
    .optional(),
  KITH_PUBLIC_URL: z.url('KITH_PUBLIC_URL must be an address like https://safer.example.gov.uk').optional(),
  KITH_LOG: z.enum(['quiet', 'requests'], 'KITH_LOG must be quiet or requests').default('quiet'),
})

/** What whoever runs Kith has set. Read once, at start. */
export type Config = {
  /** Port to listen on; 0 takes a free one. */
  readonly port: number
  readonly host: string
  /** Absolute path of the data folder. */
  readonly data: string
  /** A PostgreSQL server of the operator's; none means the embedded one. */
  readonly databaseUrl?: string
  /** Where the public reaches Kith, when a proxy stands before it; https makes cookies secure. */
  readonly publicUrl?: string
  readonly log: 'quiet' | 'requests'
}

/** Throws an OperatorError that lists every mistake at once. */
export function loadConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  // An empty setting is one that somebody meant to leave out.
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(set)
  if (!parsed.success)
    throw new OperatorError(parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('\n'))
  const { PORT, HOST, KITH_DATA, DATABASE_URL, KITH_PUBLIC_URL, KITH_LOG } = parsed.data
  return {
    port: PORT,
    host: HOST,
    data: resolve(KITH_DATA.replace(/^~(?=\/|$)/, homedir())),
    log: KITH_LOG,
    ...(DATABASE_URL === undefined ? {} : { databaseUrl: DATABASE_URL }),
    ...(KITH_PUBLIC_URL === undefined ? {} : { publicUrl: KITH_PUBLIC_URL }),
  }
}

// What a program needs of its surroundings; DATABASE_URL and whatever else the operator has set stay behind.
const HARMLESS = ['PATH', 'HOME', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'NODE_EXTRA_CA_CERTS', 'NODE_V8_COVERAGE']

/** The environment for processes that serve requests: nothing that opens anything. */
export function scrubbedEnvironment(
  env: Readonly<Record<string, string | undefined>> = process.env,
): Record<string, string> {
  const kept = HARMLESS.map((name) => [name, env[name]]).filter(([, value]) => value !== undefined)
  return { ...Object.fromEntries(kept), NODE_ENV: 'production' }
}
