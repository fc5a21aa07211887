SELECT toDate(timestamp) AS day, project, if(countIf(lower(direction) = 'minimize') * 2 > count(), min(score), max(score)), uniqExact(round_id)
FROM events
WHERE event = 'round_scored' AND score IS NOT NULL AND toDate(timestamp) BETWEEN '{from}' AND '{to}'
GROUP BY day, project ORDER BY day, project
