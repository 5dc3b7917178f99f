import { existsSync, readFileSync } from 'node:fs'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { OperatorError } from '../../kernel/errors.ts'

// The same folder from src/platform/http and from dist/platform/http.
const FOLDER = new URL('../../../dist/assets/', import.meta.url)

/** Logical name (`kith.css`) to published address (`/assets/kith.1a2b3c.css`). */
export function assetPaths(): Readonly<Record<string, string>> {
  const manifest = new URL('manifest.json', FOLDER)
  if (!existsSync(manifest)) throw new OperatorError('Kith is not built yet. Run "npm run build" first.')
  return JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, string>
}

/** Serves the built files, compressed beforehand; their names change with their content, so they keep for a year. */
export async function serveAssets(app: FastifyInstance): Promise<void> {
  if (!existsSync(FOLDER)) throw new OperatorError('Kith is not built yet. Run "npm run build" first.')
  await app.register(fastifyStatic, {
    root: FOLDER,
    prefix: '/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
    index: false,
  })
}
