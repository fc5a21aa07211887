"""Says everything posthog-python can say, against argv[1] with the project key argv[2]; prints how many events that is."""

import sys

import posthog

host, key, gzip = sys.argv[1], sys.argv[2], sys.argv[3] == "gzip"
failures = []
client = posthog.Posthog(key, host=host, gzip=gzip, on_error=lambda error, batch: failures.append(repr(error)))
sent = 0
for i in range(300):
    client.capture("python_event", distinct_id=f"python-{i % 7}", properties={"i": i, "nan": float("nan"), "list": [1, None]})
    sent += 1
for i in range(20):
    client.set(distinct_id=f"python-{i}", properties={"plan": "pro"})
    client.set_once(distinct_id=f"python-{i}", properties={"first": i})
    client.alias(f"python-{i}", f"python-alias-{i}")
    client.group_identify("loop", f"g{i}", {"size": i})
    client.capture("python_grouped", distinct_id=f"python-{i}", groups={"loop": f"g{i}"})
    try:
        raise ValueError(f"boom {i}")
    except ValueError as error:
        client.capture_exception(error, distinct_id=f"python-{i}")
    sent += 6
client.shutdown()
if failures:
    sys.exit(str(failures))
print(sent)
