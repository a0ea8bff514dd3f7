package codeframe.report.methods;

import codeframe.report.study.Basis;
import codeframe.report.study.StudySamples;
import java.util.List;

/** Everything that was read from the database to fill the checklist. */
record Known(
        MethodsRows.Corpus corpus,
        List<MethodsRows.Published> versions,
        List<MethodsRows.CoderFacts> coders,
        List<StudySamples.Drawn> samples,
        Basis basis,
        List<MethodsRows.Overlap> overlaps,
        List<MethodsRows.Route> routes,
        List<MethodsRows.RunFacts> runs,
        long examples) {}
