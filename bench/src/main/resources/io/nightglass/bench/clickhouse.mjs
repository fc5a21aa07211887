// One question per line in, one answer per line out: {"sql"} -> {"ms","rows"} or {"error"}. The engine lives in this process.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const [home, data] = process.argv.slice(2);
const { Session } = createRequire(`${home}/package.json`)("chdb");
const session = new Session(data);

for await (const line of createInterface({ input: process.stdin })) {
  const { sql } = JSON.parse(line);
  try {
    const began = process.hrtime.bigint();
    const text = session.query(sql, "JSONCompactEachRow");
    const ms = Number(process.hrtime.bigint() - began) / 1e6;
    console.log(JSON.stringify({ ms, rows: text.split("\n").filter(Boolean).length }));
  } catch (error) {
    console.log(JSON.stringify({ error: String(error.message ?? error) }));
  }
}
