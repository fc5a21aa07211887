SELECT project, count(), countIf(reached >= 2), countIf(reached >= 3), countIf(reached >= 4), countIf(reached >= 5),
  medianIf(dateDiff('millisecond', s, g), reached >= 2), medianIf(dateDiff('millisecond', g, a), reached >= 3),
  medianIf(dateDiff('millisecond', a, c), reached >= 4), medianIf(dateDiff('millisecond', c, k), reached >= 5)
FROM (
  SELECT project, s, g, a, c, k,
    multiIf(g IS NULL OR g < s OR g > s + INTERVAL 24 HOUR, 1, a IS NULL OR a < g OR a > s + INTERVAL 24 HOUR, 2,
            c IS NULL OR c < a OR c > s + INTERVAL 24 HOUR, 3, k IS NULL OR k < c OR k > s + INTERVAL 24 HOUR, 4, 5) AS reached
  FROM (
    SELECT any(project) AS project, minOrNullIf(timestamp, event = 'round_started') AS s,
      minOrNullIf(timestamp, event = 'proposal_generated') AS g, minOrNullIf(timestamp, event = 'proposal_applied') AS a,
      minOrNullIf(timestamp, event = 'round_scored') AS c, minOrNullIf(timestamp, event = 'round_kept') AS k
    FROM events
    WHERE event IN ('round_started', 'proposal_generated', 'proposal_applied', 'round_scored', 'round_kept') AND round_id IS NOT NULL
    GROUP BY round_id
  )
  WHERE toDate(s) BETWEEN '{from}' AND '{to}'
)
GROUP BY project ORDER BY project
