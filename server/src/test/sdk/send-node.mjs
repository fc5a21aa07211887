// Says everything posthog-node can say, against argv[2] with the project key argv[3]; prints how many events that is.
import { PostHog } from 'posthog-node'

const [host, key, personal] = process.argv.slice(2)
const client = new PostHog(key, { host, flushAt: 20, flushInterval: 100, personalApiKey: personal })
let sent = 0
const failures = []
client.on('error', (error) => failures.push(String(error)))

for (let i = 0; i < 300; i++) {
  client.capture({ distinctId: `node-${i % 7}`, event: 'node_event', properties: { i, nested: { list: [1, 'two', null] } } })
  sent++
}
for (let i = 0; i < 20; i++) {
  client.identify({ distinctId: `node-${i}`, properties: { $set: { plan: 'pro' }, $set_once: { first: i } } })
  client.alias({ distinctId: `node-${i}`, alias: `node-alias-${i}` })
  client.groupIdentify({ groupType: 'loop', groupKey: `g${i}`, properties: { size: i } })
  client.captureException(new Error(`boom ${i}`), `node-${i}`)
  client.capture({ distinctId: `node-${i}`, event: 'node_grouped', groups: { loop: `g${i}` }, timestamp: new Date(), uuid: crypto.randomUUID() })
  sent += 5
}
const flags = await client.getAllFlags('node-1')
await client.shutdown(20000)
if (Object.keys(flags).length !== 0 || failures.length > 0) {
  console.error('flags', flags, 'failures', failures)
  process.exit(1)
}
console.log(sent)
