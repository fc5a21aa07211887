SELECT toDate(timestamp) AS day, project, reason, count() FROM events
WHERE event = 'stop_triggered' AND toDate(timestamp) BETWEEN '{from}' AND '{to}'
GROUP BY day, project, reason ORDER BY day, project, reason
