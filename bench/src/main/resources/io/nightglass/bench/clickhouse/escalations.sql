SELECT toDate(timestamp) AS day, from_model, to_model, count() FROM events
WHERE event = 'model_escalated' AND toDate(timestamp) BETWEEN '{from}' AND '{to}'
GROUP BY day, from_model, to_model ORDER BY day, from_model, to_model
