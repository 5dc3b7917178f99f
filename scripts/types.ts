// Writes src/platform/db/schema.generated.ts from a freshly migrated throw-away database.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { openTestServer } from '../test/server.ts'
import { makeTemplate, onDatabase } from '../test/template.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const server = await openTestServer()
try {
  await makeTemplate(server.url, 'kith_types')
  const args = [
    'node_modules/kysely-codegen/dist/cli/bin.js',
    ...['--url', onDatabase(server.url, 'kith_types'), '--dialect', 'postgres', '--camel-case'],
    ...[
      '--exclude-pattern',
      '(kith_migration|graphile_worker*).*',
      '--out-file',
      'src/platform/db/schema.generated.ts',
    ],
    ...[
      '--type-mapping',
      '{"timestamptz":"Instant","date":"Temporal.PlainDate","int8":"number","interval":"string"}',
    ],
  ]
  process.exitCode = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1
  // kysely-codegen imports only the types that stand in `overrides`, not those of its mapping
  const file = `${root}src/platform/db/schema.generated.ts`
  writeFileSync(
    file,
    `import type { Instant, Temporal } from '../../kernel/clock.ts'\n${readFileSync(file, 'utf8')}`,
  )
} finally {
  await server.stop()
}
