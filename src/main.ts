import { createApp } from './app.ts'
import { systemClock } from './kernel/clock.ts'
import { openDatabase, refusePrivileged } from './platform/db/index.ts'
import { stderrLog } from './platform/log.ts'
import { drainServer, explainListen, obey, type WebOrders, watchSettings } from './platform/run/index.ts'
import { createSealer, deriveKey } from './platform/seal.ts'

// The process that serves requests. It is told its doors by the supervisor, and knows no other way in.
obey<WebOrders>(stderrLog, async ({ doors, host, port, secure, logRequests, ...orders }) => {
  for (const url of Object.values(doors)) await refusePrivileged(url)
  const open = (url: string) => openDatabase({ url })
  const databases = { public: open(doors.public), partner: open(doors.partner), staff: open(doors.staff) }
  const vault = open(doors.vault)
  const masterKey = Buffer.from(orders.masterKey, 'base64')
  const settings = await watchSettings(databases.public, orders.settings)
  const sealer = createSealer(deriveKey(masterKey, 'pages'))
  const authority = { settings: settings.current, refresh: settings.refresh, databases, sealer, masterKey }
  const app = await createApp({ authority, vault, clock: systemClock, log: stderrLog, secure, logRequests })
  const address = await app.listen({ host, port }).catch((error) => {
    throw explainListen(error, host, port)
  })
  return {
    address,
    drain: async () => {
      await drainServer(app.server, () => app.close())
      settings.stop()
      await Promise.all([...Object.values(databases), vault].map((database) => database.close()))
    },
  }
})
