import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/kill/**/*.test.ts'],
    testTimeout: 360_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
})
