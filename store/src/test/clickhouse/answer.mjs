// Answers questions with the ClickHouse engine in this process: a line of JSON {"sql": ...} in, a line {"answer": ...} or
// {"error": ...} out. The engine is looked up in the folder given as the first argument.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const { Session } = createRequire(process.argv[2] + "/")("chdb");
const session = new Session();

for await (const line of createInterface({ input: process.stdin })) {
  const { sql } = JSON.parse(line);
  let reply;
  try {
    const text = session.query(sql, "JSONCompact");
    reply = { answer: text ? text : "" };
  } catch (error) {
    reply = { error: String(error.message) };
  }
  process.stdout.write(JSON.stringify(reply) + "\n");
}
session.cleanup();
