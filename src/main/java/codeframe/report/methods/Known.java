package codeframe.report.methods;

import codeframe.report.study.StudySamples;
import java.util.List;
import java.util.Optional;

/** Everything that was read from the database to fill the checklist. */
record Known(
        MethodsRows.Corpus corpus,
        List<MethodsRows.Published> versions,
        List<MethodsRows.CoderFacts> coders,
        List<StudySamples.Drawn> samples,
        Optional<StudySamples.Drawn> reliability,
        List<MethodsRows.Overlap> overlaps,
        List<MethodsRows.Route> routes,
        List<MethodsRows.RunFacts> runs,
        long examples) {}
