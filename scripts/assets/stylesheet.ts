import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compile } from 'sass'
import { logical } from './logical.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Compiles src/ui/styles/kith.scss, for both directions of writing. */
export function stylesheet(): string {
  const { css } = compile(join(ROOT, 'src/ui/styles/kith.scss'), {
    loadPaths: [ROOT, join(ROOT, 'node_modules')],
    style: 'compressed',
    quietDeps: true,
  })
  return logical(css)
}
