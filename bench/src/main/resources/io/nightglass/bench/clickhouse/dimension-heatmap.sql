SELECT toDate(timestamp) AS day, dim.1 AS dimension, avg(dim.2), uniqExact(round_id)
FROM events ARRAY JOIN {dims} AS dim
WHERE event = 'round_scored' AND project = 'gtm-autoresearch' AND dim.2 IS NOT NULL AND toDate(timestamp) BETWEEN '{from}' AND '{to}'
GROUP BY day, dimension ORDER BY day, dimension
