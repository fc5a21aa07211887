import { createInterface } from 'node:readline'
import create from '@posthog/hogql-parser'

// One statement a line, as JSON; one verdict a line: yes, no, or ? where the parser itself broke.
let parser = await create()
for await (const line of createInterface({ input: process.stdin })) {
    let verdict
    try {
        verdict = JSON.parse(parser.parseSelect(JSON.parse(line), true)).error ? 'no' : 'yes'
    } catch {
        verdict = '?'
        parser = await create()
    }
    process.stdout.write(verdict + '\n')
}
