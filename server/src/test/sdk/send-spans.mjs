// Exports spans through OpenTelemetry's SDK to the pane at argv[2] with the project key argv[3], as protobuf and as JSON, packed and
// not; prints how many spans that is.
import { SpanStatusCode } from '@opentelemetry/api'
import { OTLPTraceExporter as JsonExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { OTLPTraceExporter as ProtobufExporter } from '@opentelemetry/exporter-trace-otlp-proto'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base'

const [host, key] = process.argv.slice(2)
const headers = { Authorization: `Bearer ${key}` }
let sent = 0
for (const [form, Exporter] of [['json', JsonExporter], ['protobuf', ProtobufExporter]]) {
  for (const compression of ['none', 'gzip']) {
    const exporter = new Exporter({ url: `${host}/v1/traces`, headers, compression })
    const provider = new BasicTracerProvider({
      resource: resourceFromAttributes({ 'posthog.distinct_id': 'gtm:acme:planner' }),
      spanProcessors: [new BatchSpanProcessor(exporter)],
    })
    const tracer = provider.getTracer('loop')
    for (let i = 0; i < 25; i++) {
      const span = tracer.startSpan('chat gpt-4o', {
        attributes: {
          'gen_ai.operation.name': 'chat',
          'gen_ai.provider.name': 'openai',
          'gen_ai.request.model': 'gpt-4o',
          'gen_ai.usage.input_tokens': 1000,
          'gen_ai.usage.output_tokens': 500,
          'gen_ai.input.messages': JSON.stringify([{ role: 'user', parts: [{ type: 'text', content: 'a prompt' }] }]),
          round_id: 'R1',
          phase: `${form} ${compression}`,
        },
      })
      if (i === 7) span.setStatus({ code: SpanStatusCode.ERROR, message: 'no more tokens' })
      span.end()
      sent++
    }
    await provider.forceFlush()
    await provider.shutdown()
  }
}
console.log(sent)
