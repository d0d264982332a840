// JSON.parse of pages, one process, one thread: told to go, it answers with milliseconds and how many values there were.
import { readdirSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

const pages = readdirSync(process.argv[2]).sort().map(f => readFileSync(`${process.argv[2]}/${f}`))
console.log('ready')
for await (const line of createInterface({ input: process.stdin })) {
  let values = 0
  const start = process.hrtime.bigint()
  for (const page of pages)
    for (const row of JSON.parse(page.toString('utf8')).values)
      values += row.values.length
  console.log(`${Number(process.hrtime.bigint() - start) / 1e6} ${values}`)
}
