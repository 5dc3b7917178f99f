import { beforeAll, describe, expect, it } from 'vitest'
import { type Colleague, type TestApp, testApp } from '../../../../test/app.ts'
import { ROLES, type Role } from '../../../kernel/actor.ts'

let test: TestApp
let admin: Colleague
beforeAll(async () => {
  test = await testApp()
  admin = await test.as('administrator')
})

describe('every page of people, for every role', () => {
  const all = [...ROLES]
  const staff = all.filter((role) => role !== 'facilitator' && role !== 'provider')
  const agree: Role[] = ['administrator', 'manager', 'safeguarding-lead']
  const manage: Role[] = ['administrator']
  const none = '00000000-0000-7000-8000-000000000000'
  const TABLE: [method: 'get' | 'post', path: string, roles: Role[]][] = [
    ['get', '/staff', all],
    ['get', '/staff/account', all],
    ['get', '/staff/account/password', all],
    ['get', '/staff/account/recovery-codes', all],
    ['get', '/staff/log', ['data-protection-officer']],
    ['get', '/staff/people', staff],
    ['get', '/staff/people/ID', staff],
    ['get', '/staff/people/invite', manage],
    ['post', '/staff/people/invite', manage],
    ['get', '/staff/people/ID/name', manage],
    ['post', '/staff/people/ID/name', manage],
    ['get', '/staff/people/ID/roles/new', manage],
    ['post', '/staff/people/ID/roles', manage],
    ['post', '/staff/people/ID/close', manage],
    ['post', '/staff/people/ID/reopen', manage],
    ['post', '/staff/people/ID/link', manage],
    ['post', '/staff/people/ID/link/agree', agree],
    ['post', '/staff/people/ID/link/withdraw', agree],
  ]

  it.each(TABLE)('%s %s', async (method, path, roles) => {
    const { person } = await test.as()
    const address = path.replace('ID', person.id)
    const missing = await (await test.as()).get('/staff/nothing-here')
    for (const role of all) {
      const who = await test.as(role)
      const reply = await who[method](address)
      if (roles.includes(role))
        expect([200, 303, 409, 422], `${role}: ${reply.body.slice(0, 200)}`).toContain(reply.statusCode)
      else {
        expect(reply.statusCode, role).toBe(404)
        expect(reply.body, 'what you may not see looks like what is not there').toBe(missing.body)
      }
    }
    const stranger = await test.visitor()[method](address)
    expect(stranger.statusCode).toBe(method === 'get' ? 303 : 401)
    if (path.includes('ID')) {
      expect((await admin[method](path.replace('ID', none))).statusCode).toBe(404)
      expect((await admin[method](path.replace('ID', 'x'))).statusCode).toBe(404)
    }
  })
})
