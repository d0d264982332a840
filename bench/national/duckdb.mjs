// DuckDB beside the engine: reads the generated set from a folder, then answers one line per order on standard input, with milliseconds.
import { DuckDBInstance } from '@duckdb/node-api'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

const [folder, threads, first, last] = process.argv.slice(2)
const sql = name => readFileSync(new URL(name, import.meta.url), 'utf8')
const instance = await DuckDBInstance.create(':memory:', { threads, preserve_insertion_order: 'false' })
const db = await instance.connect()
const run = text => db.run(text.replaceAll('$first', first).replaceAll('$last', last))

await run(`
  create table indicators as select ind::smallint as ind, parent::smallint as parent, higher::boolean as higher, lag::smallint as lag,
    target::double as target, partly::double as partly from read_csv('${folder}/indicators.csv', header = true, nullstr = '');
  create table tree as select node::smallint as node, parent::smallint as parent from read_csv('${folder}/tree.csv', header = true, nullstr = '');
  create table figures as select ind::smallint as ind, mun::smallint as mun, year::smallint as year, value::double as value
    from read_csv('${folder}/figures.csv', header = true) order by ind, year, mun;
  create table municipalities as select distinct mun from figures;
  analyze;`)

const orders = {
  async all(kept) {
    const text = sql('assess.duckdb.sql')
    await run(kept ? text.replace(/with ranked as \([\s\S]*?from figures f\),\s*judged/, 'with judged') : text)
    for (let level = 3; level >= 0; level--) {
      await run(sql('rollup.sql').replaceAll('{create}', 'create or replace temp table').replaceAll('{into}', `level${level}`).replaceAll('{from}', `level${level + 1}`))
    }
  },
  // The ranks of every value, kept as a table in the order they are asked for.
  async best() {
    await run(`create or replace table ranked as
      select f.year, f.mun, f.ind, f.value, lag(f.value) over (partition by f.ind, f.mun order by f.year) as prev, lead(f.year) over (partition by f.ind, f.mun order by f.year) as next_year,
             rank() over (partition by f.ind, f.year order by f.value) - 1 as below,
             count(*) over (partition by f.ind, f.year, f.value) - 1 as equal, count(*) over (partition by f.ind, f.year) - 1 as others
        from figures f order by f.year, f.mun, f.ind`)
  },
  async one(mun, year) {
    const rows = await (await db.runAndReadAll(sql('one.duckdb.sql').replaceAll('$mun', mun).replaceAll('$year', year))).getRows()
    return rows.map(r => r.join(' ')).join(';')
  },
  async write() {
    await run(`copy (select * from cells order by ind, year, mun) to '${folder}/duckdb-cells.csv' (header false)`)
    for (let level = 0; level < 4; level++)
      await run(`copy (select of_node, year, mun, status, low, high, near, own_coverage, own_carried, score from level${level} order by 1, 2, 3) to '${folder}/duckdb-level${level}.csv' (header false)`)
  },
}

console.log('ready')
for await (const line of createInterface({ input: process.stdin })) {
  const [order, ...rest] = line.split(' ')
  const start = process.hrtime.bigint()
  const said = await orders[order](...rest)
  console.log(`${Number(process.hrtime.bigint() - start) / 1e6} ${said ?? ''}`)
}
