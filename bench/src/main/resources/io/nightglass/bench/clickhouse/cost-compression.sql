SELECT toMonday(timestamp) AS week, task_type, sum(if(event = 'token_machine.request', cost_usd, `$ai_total_cost_usd`)), count()
FROM events
WHERE toDate(timestamp) BETWEEN '{from}' AND '{to}' AND (event = 'token_machine.request' OR event IN ('$ai_generation', '$ai_embedding')
  AND (request_id IS NULL OR request_id NOT IN (SELECT request_id FROM events WHERE event = 'token_machine.request' AND request_id IS NOT NULL)))
GROUP BY week, task_type ORDER BY week, task_type
