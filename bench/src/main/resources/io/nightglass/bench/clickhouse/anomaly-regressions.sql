SELECT a.timestamp, a.user_id, a.task_type, a.recommendation, r.round_id, coalesce(r.failure_mode, r.reason), r.timestamp
FROM (SELECT *, toStartOfHour(timestamp) AS hour FROM events
  WHERE event = 'token_machine.anomaly' AND type = 'wrong_model' AND toDate(timestamp) BETWEEN '{from}' AND '{to}') AS a
JOIN (SELECT *, toStartOfHour(timestamp) AS hour FROM events
  WHERE event = 'round_reverted' AND toDate(timestamp) BETWEEN '{from}' AND '{to}') AS r ON a.hour = r.hour
ORDER BY a.timestamp, a.uuid, r.timestamp, r.uuid LIMIT 50000
