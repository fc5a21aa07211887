package io.nightglass.catalog.event;

/**
 * Something a loop, its judge, its router or its model client says. The names are those of the wire; the properties of a
 * record, in order, are the event's own, and the envelope and the context come on top of them.
 */
public sealed interface Event
        permits RoundStarted,
                ProposalGenerated,
                ProposalApplied,
                RoundScored,
                RoundKept,
                RoundReverted,
                ModelEscalated,
                StopTriggered,
                FinetuneBatchPublished,
                StepPlan,
                StepToolCalled,
                StepToolReturned,
                StepObservation,
                StepReflection,
                StepRetry,
                EvalRun,
                EvalCase,
                EvalRegression,
                TokenMachineRequest,
                TokenMachineTeamSummary,
                TokenMachineAnomaly,
                Generation,
                Embedding,
                Span,
                Trace,
                Metric,
                Feedback,
                FeatureFlagCalled {}
