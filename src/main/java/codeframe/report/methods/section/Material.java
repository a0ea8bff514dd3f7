package codeframe.report.methods.section;

import codeframe.report.agreement.AgreementStudy;
import codeframe.report.regression.Regressed;
import codeframe.report.results.Results;
import codeframe.report.study.Basis;
import codeframe.report.study.StudySamples;
import codeframe.report.validation.Validated;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that the methods section tells, as it was read and computed. */
public record Material(
        Origin origin,
        Collected collected,
        List<MethodsRows.Published> versions,
        Coded coded,
        Basis basis,
        Runs runs,
        Recorded recorded,
        Found found) {
    /** What is written about, when, by which program, and from which data. */
    public record Origin(long id, String project, Instant madeAt, String hash, String version) {}

    /**
     * @param told those that the section tells of
     * @param all those that could be chosen
     * @param chosen whether an owner chose; else they are proposed
     */
    public record Runs(List<MethodsRows.RunFacts> told, List<MethodsRows.RunFacts> all, boolean chosen) {
        public boolean tells(MethodsRows.RunFacts run) {
            return told.contains(run);
        }
    }

    public record Collected(
            CorpusRows.Corpus corpus,
            CorpusRows.Taken taken,
            List<CorpusRows.Verdict> verdicts,
            List<CorpusRows.Lost> lost,
            List<CorpusRows.Removed> removed) {
        long files(String... verdicts) {
            var wanted = List.of(verdicts);
            return this.verdicts.stream()
                    .filter(one -> wanted.contains(one.verdict()))
                    .mapToLong(CorpusRows.Verdict::files)
                    .sum();
        }
    }

    /** @param examples images that are shown to models with their codes */
    public record Coded(
            List<CodingRows.CoderFacts> coders,
            List<CodingRows.Crew> crews,
            List<CodingRows.Overlap> overlaps,
            List<CodingRows.Stratum> strata,
            List<CodingRows.Route> routes,
            long examples) {
        /** All but gold. */
        List<CodingRows.CoderFacts> people() {
            return coders.stream()
                    .filter(coder -> !coder.kind().equals("gold") && coder.codings() > 0)
                    .toList();
        }
    }

    /**
     * @param stages the agreement in samples before or beside the one that reliability rests on
     * @param kept results that an owner put into the appendix
     * @param regression where one was asked for
     */
    public record Found(
            List<AgreementStudy.Opened> agreement,
            List<Stage> stages,
            List<Validated> validations,
            List<Kept> kept,
            Optional<Regressed> regression) {
        public List<Results> results() {
            return kept.stream().flatMap(one -> one.results().stream()).toList();
        }

        /** Kept results that could not be computed. */
        public List<Kept> missing() {
            return kept.stream().filter(one -> one.results().isEmpty()).toList();
        }

        /** Variables that two people or more coded. */
        List<AgreementStudy.Opened> compared() {
            return agreement.stream()
                    .filter(opened -> opened.line().report().pairable().units() > 0)
                    .toList();
        }
    }

    /**
     * Results by the address of their page.
     *
     * @param results nothing where the address names what is no longer there, or what is too large
     * @param reason why there is nothing, as a sentence
     */
    public record Kept(String address, Optional<Results> results, String reason) {}

    /** α of every variable in one closed sample. */
    public record Stage(StudySamples.Drawn sample, List<AgreementStudy.Line> lines) {}

    /** The address of something in the project. */
    String at(String path) {
        return "/projects/" + origin.id() + path;
    }

    /** Closed samples that something is estimated from: first those that reports rest on. */
    Stream<StudySamples.Drawn> samples() {
        var rests = Stream.concat(basis.reliability().samples().stream(), basis.gold().samples().stream());
        return Stream.concat(rests, basis.possible().stream()).distinct();
    }
}
