"""Tells the pane at argv[1] with the project key argv[2] the events in the JSON file argv[3], in its order."""

import datetime
import json
import sys

import posthog

host, key, file = sys.argv[1:4]
client = posthog.Posthog(key, host=host)
for said in json.load(open(file, encoding="utf-8")):
    client.capture(
        said["event"],
        distinct_id=said["distinct_id"],
        properties=said["properties"],
        timestamp=datetime.datetime.fromisoformat(said["timestamp"].replace("Z", "+00:00")),
    )
client.shutdown()
