package io.nightglass.boards.doctor;

import java.util.List;

/** Scores that cannot be read, or not against each other. */
final class ScorePitfalls {
    static final List<Pitfall> ALL = List.of(
            new Pitfall(
                    "direction-unsaid",
                    "a loop has scores and never said which way is better",
                    "Send direction, maximize or minimize, with round_scored; without it a higher score counts as better.",
                    """
                    SELECT count() AS n, min(concat('project ', coalesce(project, '(none)'), ': ', toString(scores), ' scores')) AS example,
                      min(one) AS round
                    FROM (SELECT project, count() AS scores, min(round_id) AS one, countIf(direction IS NOT NULL) AS said
                      FROM scores WHERE score IS NOT NULL GROUP BY project)
                    WHERE said = 0"""),
            new Pitfall(
                    "scorer-changed",
                    "the scorer's version or profile changed inside a run",
                    "Begin a new run with a new baseline when the scorer changes: the scores before and after do not compare.",
                    """
                    SELECT count() AS n, min(concat('run ', run_id)) AS example, min(one) AS round FROM (
                      SELECT run_id, max(round_id) AS one FROM events
                      WHERE event = 'round_scored' AND run_id IS NOT NULL
                      GROUP BY run_id
                      HAVING min(properties.scorer_version) <> max(properties.scorer_version)
                        OR min(properties.scorer_profile) <> max(properties.scorer_profile))"""),
            new Pitfall(
                    "compared-across-scorers",
                    "a score was held against a baseline that another scorer gave",
                    "Score the baseline again with the new scorer before anything is kept or reverted by it.",
                    """
                    SELECT count() AS n, min(concat('round ', round_id)) AS example, min(round_id) AS round FROM (
                      SELECT mine.round_id AS round_id,
                        countIf(other.scorer = mine.scorer) AS same, countIf(other.scorer <> mine.scorer) AS foreign
                      FROM (SELECT r.round_id AS round_id, r.project AS project, r.baseline_score AS baseline, s.scorer AS scorer,
                              s.at AS at
                            FROM rounds AS r JOIN (
                              SELECT round_id, min(timestamp) AS at, concat(coalesce(max(properties.scorer_version), ''), ' ',
                                coalesce(max(properties.scorer_profile), '')) AS scorer
                              FROM events WHERE event = 'round_scored' AND round_id IS NOT NULL GROUP BY round_id) AS s
                            ON s.round_id = r.round_id
                            WHERE r.baseline_score IS NOT NULL AND r.project IS NOT NULL AND s.scorer <> ' ') AS mine
                        JOIN (
                          SELECT project, properties.score AS score, concat(coalesce(properties.scorer_version, ''), ' ',
                            coalesce(properties.scorer_profile, '')) AS scorer, min(timestamp) AS at
                          FROM events WHERE event = 'round_scored' AND properties.score IS NOT NULL
                          GROUP BY project, score, scorer) AS other
                        ON other.project = mine.project AND other.score = mine.baseline
                      WHERE other.at < mine.at AND other.scorer <> ' ' GROUP BY mine.round_id)
                    WHERE same = 0 AND foreign > 0"""));

    private ScorePitfalls() {}
}
