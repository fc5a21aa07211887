// Calls a model at argv[4] through LangChain and Vercel's AI SDK as @posthog/ai traces them, telling the pane at argv[2] with the
// project key argv[3]; prints how many events that is.
import { createOpenAI } from '@ai-sdk/openai'
import { PromptTemplate } from '@langchain/core/prompts'
import { ChatOpenAI } from '@langchain/openai'
import { LangChainCallbackHandler } from '@posthog/ai/langchain'
import { withTracing } from '@posthog/ai/vercel'
import { generateText, streamText } from 'ai'
import { PostHog } from 'posthog-node'

const [host, key, models] = process.argv.slice(2)
const client = new PostHog(key, { host, flushAt: 3, flushInterval: 100 })
let sent = 0
client.on('capture', () => sent++)
const failures = []
client.on('error', (error) => failures.push(String(error)))
const properties = { round_id: 'R1', phase: 'critique' }

const handler = new LangChainCallbackHandler({ client, distinctId: 'gtm:acme:critic', traceId: 'langchain', properties })
const chat = new ChatOpenAI({ model: 'gpt-4o', apiKey: 'none', configuration: { baseURL: `${models}/v1` } })
await PromptTemplate.fromTemplate('judge {what}').pipe(chat).invoke({ what: 'a diff' }, { callbacks: [handler] })

const openai = createOpenAI({ apiKey: 'none', baseURL: `${models}/v1` })
const traced = (trace) =>
  withTracing(openai.chat('gpt-4o'), client, {
    posthogDistinctId: 'gtm:acme:critic', posthogTraceId: trace, posthogProperties: properties,
  })
await generateText({ model: traced('vercel plain'), prompt: 'a prompt' })
for await (const part of streamText({ model: traced('vercel stream'), prompt: 'a prompt' }).textStream) void part
await generateText({ model: traced('vercel 429'), prompt: 'always busy', maxRetries: 0 }).then(
  () => failures.push('a refused call ended well'),
  () => {},
)
await client.shutdown(20000)
if (failures.length > 0) {
  console.error(failures.join('\n'))
  process.exit(1)
}
console.log(sent)
