// Tells the pane at argv[2] with the project key argv[3] the events in the JSON file argv[4], in its order.
import { readFileSync } from 'node:fs'
import { PostHog } from 'posthog-node'

const [host, key, file] = process.argv.slice(2)
const client = new PostHog(key, { host, flushAt: 100 })
for (const { distinct_id, event, properties, timestamp } of JSON.parse(readFileSync(file, 'utf8'))) {
  client.capture({ distinctId: distinct_id, event, properties, timestamp: new Date(timestamp) })
}
await client.shutdown(20000)
