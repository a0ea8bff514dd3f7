package codeframe.clip;

import java.util.List;
import java.util.stream.Stream;

/**
 * A model on the hub that is known to work.
 *
 * @param megabytes roughly what is downloaded, in millions of bytes
 * @param accuracy of zero-shot classification of ImageNet-1k in percent, as OpenCLIP's table of results has it
 *     (mlfoundations/open_clip, docs/openclip_results.csv, June 2026); empty where that has none
 */
public record KnownModel(String name, String about, int megabytes, Licence licence, String accuracy) {
    /** What may be done with a model, as its publisher says. */
    public enum Licence {
        MIT("MIT licence", ""),
        APACHE("Apache 2.0 licence", ""),
        APPLE(
                "Apple’s licence for machine learning research",
                "Apple allows this model for research only, and not for commercial use. Download it only if you accept"
                        + " that: the licence is on the model’s page of the hub.");

        private final String words;
        private final String limit;

        Licence(String words, String limit) {
            this.words = words;
            this.limit = limit;
        }

        public String words() {
            return words;
        }

        /** What it forbids, as a sentence to agree to before a download; empty where nothing that a study would do. */
        public String limit() {
            return limit;
        }
    }

    private static final List<KnownModel> CLIP = List.of(
            new KnownModel(
                    "openai/clip-vit-base-patch32",
                    "The usual choice: fast, and what most published studies used.",
                    605,
                    Licence.MIT,
                    "63.3"),
            new KnownModel(
                    "openai/clip-vit-base-patch16",
                    "Sees finer detail; about four times the work.",
                    600,
                    Licence.MIT,
                    "68.3"),
            new KnownModel(
                    "openai/clip-vit-large-patch14",
                    "OpenAI’s large model; about twenty times the work.",
                    1710,
                    Licence.MIT,
                    "75.5"),
            new KnownModel(
                    "openai/clip-vit-large-patch14-336",
                    "The same with larger input; about forty times the work.",
                    1710,
                    Licence.MIT,
                    ""),
            new KnownModel(
                    "laion/CLIP-ViT-B-32-laion2B-s34B-b79K",
                    "As fast as the first, trained on open data (LAION-2B).",
                    605,
                    Licence.MIT,
                    "66.6"),
            new KnownModel(
                    "laion/CLIP-ViT-L-14-laion2B-s32B-b82K",
                    "A large model trained on open data (LAION-2B).",
                    1710,
                    Licence.MIT,
                    "75.3"),
            new KnownModel(
                    "laion/CLIP-ViT-B-16-DataComp.XL-s13B-b90K",
                    "Trained on better chosen data (DataComp); about four times the work of the first.",
                    600,
                    Licence.MIT,
                    "73.5"),
            new KnownModel(
                    "laion/CLIP-ViT-L-14-DataComp.XL-s13B-b90K",
                    "The large one trained on DataComp; about twenty times the work.",
                    1710,
                    Licence.MIT,
                    "79.2"));
    private static final List<KnownModel> SIGLIP = List.of(
            new KnownModel(
                    "google/siglip2-base-patch16-256",
                    "SigLIP 2 reads phrases in 109 languages and can give an image several categories; about five times"
                            + " the work of the first.",
                    1540,
                    Licence.APACHE,
                    ""),
            new KnownModel(
                    "google/siglip2-large-patch16-256",
                    "The same, large; about twenty times the work.",
                    3570,
                    Licence.APACHE,
                    "82.5"),
            new KnownModel(
                    "google/siglip2-so400m-patch16-384",
                    "The same, larger still, with larger input; about sixty times the work.",
                    4580,
                    Licence.APACHE,
                    "84.1"),
            new KnownModel(
                    "google/siglip-so400m-patch14-384",
                    "SigLIP, for English phrases; about seventy-five times the work.",
                    3520,
                    Licence.APACHE,
                    "83.1"));
    private static final List<KnownModel> DFN = List.of(
            new KnownModel(
                    "apple/DFN2B-CLIP-ViT-B-16",
                    "Apple’s model, trained on filtered data; about four times the work of the first.",
                    600,
                    Licence.APPLE,
                    "76.2"),
            new KnownModel(
                    "apple/DFN2B-CLIP-ViT-L-14",
                    "The large one; about twenty times the work.",
                    1710,
                    Licence.APPLE,
                    "81.4"));
    public static final List<KnownModel> ALL =
            Stream.of(CLIP, SIGLIP, DFN).flatMap(List::stream).toList();

    /** What the licence of the model of this name forbids; empty where nothing, or where it is not known. */
    static String limit(String name) {
        return ALL.stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .map(model -> model.licence().limit())
                .orElse("");
    }
}
