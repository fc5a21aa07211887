// Calls models at argv[4] through @posthog/ai, telling the pane at argv[2] with the project key argv[3]; prints how many calls that is.
import { Anthropic } from '@posthog/ai/anthropic'
import { OpenAI } from '@posthog/ai/openai'
import { PostHog } from 'posthog-node'

const [host, key, models] = process.argv.slice(2)
const client = new PostHog(key, { host, flushAt: 3, flushInterval: 100 })
const failures = []
client.on('error', (error) => failures.push(String(error)))
const openai = new OpenAI({ apiKey: 'none', baseURL: `${models}/v1`, posthog: client })
const anthropic = new Anthropic({ apiKey: 'none', baseURL: models, posthog: client })

const told = (trace, privacy) => ({
  posthogDistinctId: 'gtm:acme:planner',
  posthogTraceId: trace,
  posthogProperties: { round_id: 'R1', phase: 'proposal', $ai_span_id: `span-${trace}` },
  posthogPrivacyMode: privacy,
})
const said = (text) => [{ role: 'user', content: text }]
const schema = { type: 'object', properties: { lines: { type: 'integer' } } }
const drained = async (stream) => {
  for await (const chunk of await stream) void chunk
}
const chat = (trace, text, more = {}, privacy = false) =>
  openai.chat.completions.create({ model: 'gpt-4o', messages: said(text), ...more, ...told(trace, privacy) })
const message = (trace, text, more = {}, privacy = false) =>
  anthropic.messages.create({
    model: 'claude-sonnet-4-5', max_tokens: 64, system: 'You plan.', messages: said(text), ...more, ...told(trace, privacy),
  })
const streamed = { stream: true, stream_options: { include_usage: true } }

const calls = [
  ['fine', () => chat('openai plain', 'a prompt')],
  ['fine', () => drained(chat('openai stream', 'a prompt', streamed))],
  ['fine', () => chat('openai tools', 'a prompt', {
    tools: [{ type: 'function', function: { name: 'apply_diff', parameters: schema } }],
  })],
  ['fine', () => chat('openai 429 once', 'busy once')],
  ['fails', () => chat('openai 429 always', 'always busy')],
  ['fails', () => drained(chat('openai broken stream', 'break', streamed))],
  ['fine', () => chat('openai private', 'a private prompt', {}, true)],
  ['fine', () => openai.responses.create({ model: 'gpt-4o', input: 'a prompt', ...told('openai responses') })],
  ['fine', () => openai.embeddings.create({
    model: 'text-embedding-3-small', input: 'a text', encoding_format: 'float', ...told('openai embedding'),
  })],
  ['fine', () => message('anthropic plain', 'a prompt')],
  ['fine', () => drained(message('anthropic stream', 'a prompt', { stream: true }))],
  ['fine', () => message('anthropic tools', 'a prompt', { tools: [{ name: 'apply_diff', input_schema: schema }] })],
  ['fine', () => message('anthropic 429 once', 'busy once')],
  ['fails', () => message('anthropic 429 always', 'always busy')],
  ['fails', () => drained(message('anthropic broken stream', 'break', { stream: true }))],
  ['fine', () => message('anthropic private', 'a private prompt', {}, true)],
]
for (const [how, call] of calls) {
  const ended = await call().then(() => 'fine', (error) => (error instanceof TypeError && !String(error).includes('terminated') ? String(error.stack) : 'fails'))
  if (ended !== how) failures.push(`${call}: ${ended}`)
}
await client.shutdown(20000)
if (failures.length > 0) {
  console.error(failures.join('\n'))
  process.exit(1)
}
console.log(calls.length)
