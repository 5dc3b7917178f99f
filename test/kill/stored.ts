import { withAdmin } from '../../bench/stage/admin.ts'
import { fetchPage } from '../../bench/stage/page.ts'
import { ConcernContent } from '../../src/modules/concerns/content.ts'
import { openContent } from '../../src/modules/concerns/crypto/sealed-content.ts'
import { numberOf } from './senders.ts'

/** Opens every concern that is stored, with the recovery key, and reads its number. */
export async function storedNumbers(data: string, recovery: string): Promise<number[]> {
  const bodies = await withAdmin(data, async (admin) => {
    const { rows } = await admin.query<{ body: Buffer }>('select body from concerns.concern order by id')
    return rows.map(({ body }) => body)
  })
  const numbers: number[] = []
  for (const body of bodies) {
    const { worry } = await openContent([recovery], body, (content) => ConcernContent.parse(content))
    numbers.push(numberOf(worry))
  }
  return numbers
}

/** Which of these receipts open nothing. */
export async function shutReceipts(port: number, receipts: readonly string[]): Promise<string[]> {
  const url = new URL('/concerns/receipt', `http://127.0.0.1:${port}`)
  const shut: string[] = []
  const left = receipts.values()
  const ask = async () => {
    for (const receipt of left) {
      const { status } = await fetchPage(url, {}, new URLSearchParams({ receipt }).toString())
      if (status >= 400) shut.push(receipt)
    }
  }
  await Promise.all(Array.from({ length: 8 }, ask))
  return shut
}
