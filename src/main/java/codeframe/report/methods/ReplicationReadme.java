package codeframe.report.methods;

import codeframe.report.export.Exported;
import codeframe.report.methods.section.Material;
import java.util.stream.Collectors;

/** What a replication archive says of its files. */
final class ReplicationReadme {
    private ReplicationReadme() {}

    static String of(MethodsFiles methods) {
        return """
                # %s

                %s

                - codebook/: every published version of the codebook, as YAML
                - samples.csv, sample-images.csv: how samples were drawn, with every image's inclusion probability
                - unit-images.csv: which images make up a post or a video, in their order; codes of it stand under its lead
                - removed-images.csv: images that were drawn and removed from the project later, with the reason
                - codes-long.csv: every code of every coder, person or run. Columns: %s. Seconds, flag and note are the coder's
                  on the image; provenance, reason and error_type tell how gold was settled; a flag or note without any
                  code has a row without a variable; rows with occasion 2 are second codings by the same coder, for
                  intra-coder reliability alone; unit is what a code is of, rule by which codes of n_images images
                  became one; watched_seconds and watched_share (0 to 1) tell what a person watched of a coded video;
                  medium says whether the image is a picture, a video or a frame, which is at t_ms of its parent
                - codes-wide.csv: the same, one row per image with its metadata
                - gold.csv: how each code of the gold was settled, when, why, and from which answers with which notes
                - runs.json: every run with model, prompt, parameters and seed
                - reports/: the methods section, its appendix and facts, and every report it rests on
                - results/: shares, what goes together, differences and trends as the results page has them, one row per image
                  that they are computed from, and R scripts (survey package) that print the same figures%s
                - regression/: one row per image with machine label, gold, probability, stratum and cluster, and R scripts;
                  where a run has no such row, a sentence that says why

                The images are named by path and by the SHA-256 of their content; they are not in here.
                """.formatted(
                        methods.methods().material().origin().project(),
                        methods.made() + " SHA-256 of these: "
                                + methods.methods().material().origin().hash() + ".",
                        String.join(", ", Exported.COLUMNS),
                        missing(methods.methods().material().found()));
    }

    /** Of results that were kept and are not in the archive, each with the reason. */
    private static String missing(Material.Found found) {
        return found.missing().stream()
                .map(one -> "\n  - not in here: results" + one.address() + " could not be computed. " + one.reason())
                .collect(Collectors.joining());
    }
}
