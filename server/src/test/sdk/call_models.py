"""Calls models at argv[3] through posthog.ai, telling the pane at argv[1] with the project key argv[2]; prints how many calls that is."""

import sys

import posthog
from posthog.ai.anthropic import Anthropic
from posthog.ai.openai import OpenAI

host, key, models = sys.argv[1:4]
failures = []
client = posthog.Posthog(key, host=host, on_error=lambda error, batch: failures.append(repr(error)))
openai = OpenAI(posthog_client=client, api_key="none", base_url=models + "/v1")
anthropic = Anthropic(posthog_client=client, api_key="none", base_url=models)
SCHEMA = {"type": "object", "properties": {"lines": {"type": "integer"}}}


def told(trace, privacy=False):
    return {
        "posthog_distinct_id": "gtm:acme:planner",
        "posthog_trace_id": trace,
        "posthog_properties": {"round_id": "R1", "phase": "proposal", "$ai_span_id": "span-" + trace},
        "posthog_privacy_mode": privacy,
    }


def chat(trace, text, privacy=False, **more):
    return openai.chat.completions.create(
        model="gpt-4o", messages=[{"role": "user", "content": text}], **more, **told(trace, privacy)
    )


def message(trace, text, privacy=False, **more):
    return anthropic.messages.create(
        model="claude-sonnet-4-5",
        max_tokens=64,
        system="You plan.",
        messages=[{"role": "user", "content": text}],
        **more,
        **told(trace, privacy),
    )


STREAMED = {"stream": True, "stream_options": {"include_usage": True}}
calls = [
    (True, lambda: chat("openai plain", "a prompt")),
    (True, lambda: list(chat("openai stream", "a prompt", **STREAMED))),
    (
        True,
        lambda: chat(
            "openai tools",
            "a prompt",
            tools=[{"type": "function", "function": {"name": "apply_diff", "parameters": SCHEMA}}],
        ),
    ),
    (True, lambda: chat("openai 429 once", "busy once")),
    (False, lambda: chat("openai 429 always", "always busy")),
    (False, lambda: list(chat("openai broken stream", "break", **STREAMED))),
    (True, lambda: chat("openai private", "a private prompt", privacy=True)),
    (True, lambda: openai.responses.create(model="gpt-4o", input="a prompt", **told("openai responses"))),
    (
        True,
        lambda: openai.embeddings.create(
            model="text-embedding-3-small", input="a text", encoding_format="float", **told("openai embedding")
        ),
    ),
    (True, lambda: message("anthropic plain", "a prompt")),
    (True, lambda: list(message("anthropic stream", "a prompt", stream=True))),
    (True, lambda: message("anthropic tools", "a prompt", tools=[{"name": "apply_diff", "input_schema": SCHEMA}])),
    (True, lambda: message("anthropic 429 once", "busy once")),
    (False, lambda: message("anthropic 429 always", "always busy")),
    (False, lambda: list(message("anthropic broken stream", "break", stream=True))),
    (True, lambda: message("anthropic private", "a private prompt", privacy=True)),
]
for number, (fine, call) in enumerate(calls):
    try:
        call()
        ended = True
    except TypeError:
        raise
    except Exception:
        ended = False
    if ended != fine:
        failures.append(f"call {number} ended {ended}")
client.shutdown()
if failures:
    sys.exit("\n".join(failures))
print(len(calls))
