package codeframe.llm.run;

import codeframe.llm.prompt.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which fields the terms of a run have, by what the model is shown. */
final class RunTermsFields {
    /** What is typed as a text or chosen from a list. */
    static final List<String> TEXTS = List.of(
            "server",
            "detail",
            "edge",
            "format",
            "temperature",
            "send_seed",
            "effort",
            "token_limit",
            "fields",
            "max_tokens",
            "samples",
            "post_pictures",
            "unit",
            "unit_pictures",
            "cap",
            "schema",
            "split",
            "estimate_low",
            "estimate_high");
    /** What is ticked or not. */
    static final List<String> FLAGS = List.of(
            "batch",
            "logprobs",
            "sequential",
            "shuffle",
            "anonymity",
            "post_caption",
            "post_account",
            "post_date",
            "transcript");

    /** What is chosen of the image as it is sent, and of nothing else. */
    private static final List<String> OF_THE_IMAGE = List.of("detail", "edge", "format");

    /** What is chosen of an image's post or video, where the image is sent to be coded. */
    static final List<String> OF_THE_POST =
            List.of("post_caption", "post_account", "post_date", "transcript", "post_pictures");

    /** What is chosen where a post or a video may be judged as a whole. */
    private static final List<String> OF_UNITS = List.of("unit", "unit_pictures");

    /** What is chosen of codes, which a run that describes images has none of. */
    private static final List<String> OF_CODES =
            List.of("samples", "logprobs", "split", "sequential", "shuffle", "examples");

    private RunTermsFields() {}

    static SortedSet<String> of(Evidence evidence) {
        var all = new TreeSet<>(List.of("examples", "phrasing", "parts"));
        all.addAll(TEXTS);
        all.addAll(FLAGS);
        if (!evidence.isImage()) {
            all.addAll(FeatureTermsForm.FIELDS);
        }
        foreign(evidence).forEach(all::remove);
        return all;
    }

    /** Those that mean nothing for a run of this kind. */
    static List<String> foreign(Evidence evidence) {
        var foreign = new ArrayList<String>();
        if (!evidence.isImage()) {
            foreign.addAll(OF_THE_IMAGE);
        }
        if (evidence.describes()) {
            foreign.addAll(OF_CODES);
        }
        if (evidence != Evidence.IMAGE) {
            foreign.addAll(OF_THE_POST);
            foreign.addAll(OF_UNITS);
        }
        return foreign;
    }
}
