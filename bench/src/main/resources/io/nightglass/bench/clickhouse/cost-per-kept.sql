SELECT day, sum(spent), sum(decided), sum(lost) FROM (
  SELECT toDate(timestamp) AS day, sum(cost) AS spent, 0 AS decided,
    sumIf(cost, round_id IN (SELECT round_id FROM events WHERE event = 'round_reverted' AND round_id IS NOT NULL)) AS lost
  FROM (
    SELECT timestamp, round_id, if(event = 'token_machine.request', cost_usd, `$ai_total_cost_usd`) AS cost FROM events
    WHERE event = 'token_machine.request' OR event IN ('$ai_generation', '$ai_embedding')
      AND (request_id IS NULL OR request_id NOT IN (SELECT request_id FROM events WHERE event = 'token_machine.request' AND request_id IS NOT NULL))
  )
  WHERE toDate(timestamp) BETWEEN '{from}' AND '{to}' GROUP BY day
  UNION ALL
  SELECT toDate(decided) AS day, 0., count(), 0. FROM (
    SELECT maxOrNullIf(timestamp, event = 'round_kept') AS decided, maxOrNullIf(timestamp, event = 'round_reverted') AS undone FROM events
    WHERE event IN ('round_kept', 'round_reverted') AND round_id IS NOT NULL GROUP BY round_id)
  WHERE decided IS NOT NULL AND (undone IS NULL OR undone < decided) AND day BETWEEN '{from}' AND '{to}' GROUP BY day
)
GROUP BY day ORDER BY day
