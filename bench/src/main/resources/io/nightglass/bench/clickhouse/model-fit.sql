SELECT task_type, coalesce(model_used, model, `$ai_model`) AS m, countIf(event = 'token_machine.request'), uniqExact(round_id), avg(quality_score)
FROM events
WHERE event IN ('token_machine.request', 'round_scored') AND task_type IS NOT NULL AND m IS NOT NULL AND toDate(timestamp) BETWEEN '{from}' AND '{to}'
GROUP BY task_type, m ORDER BY task_type, m
