import { describe, expect, it } from 'vitest'
import { testApp } from '../../../../test/app.ts'

const site = await testApp()

describe('public pages', () => {
  it.each(['/', '/accessibility', '/cookies', '/privacy', '/contact', '/complaints'])(
    'has %s in every installation',
    async (path) => {
      const reply = await site.visitor().get(path)
      expect(reply.statusCode).toBe(200)
      expect(reply.body).toContain('Last updated')
      expect(reply.body).not.toContain('{{')
      expect(reply.body).not.toContain('[not available')
    },
  )
  it('answers again from the kept bytes', async () => {
    const first = await site.visitor().get('/privacy')
    const again = await site.visitor().get('/privacy')
    expect(again.body).toBe(first.body)
    expect(again.headers.etag).toBe(first.headers.etag)
  })
})
