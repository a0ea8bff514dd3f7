package codeframe.clip;

import codeframe.clip.HubDownload.Cancelled;
import codeframe.clip.HubDownload.Failed;
import java.nio.file.Path;
import java.util.List;

/** Which files of a model on the hub are needed, and in which of the forms that people publish it. */
final class HubModel {
    private static final List<String> OPTIONAL =
            List.of("processor_config.json", "preprocessor_config.json", SentencePieces.CONFIG, "README.md");

    /** Fetches one file, and says whether the hub has it. */
    interface Fetch {
        boolean fetch(String file) throws Failed, Cancelled;
    }

    private final String name;
    private final Path folder;
    private final Fetch hub;

    HubModel(String name, Path folder, Fetch hub) {
        this.name = name;
        this.folder = folder;
        this.hub = hub;
    }

    void fetch() throws Failed, Cancelled {
        if (!hub.fetch(ClipConfig.HUGGING_FACE) && !hub.fetch(ClipConfig.OPEN_CLIP)) {
            throw missing("config.json");
        }
        boolean pairs = hub.fetch("vocab.json") && hub.fetch("merges.txt");
        if (!pairs && !hub.fetch("tokenizer.json")) {
            throw missing("vocab.json with merges.txt, nor tokenizer.json,");
        }
        for (var file : OPTIONAL) {
            hub.fetch(file);
        }
        weights();
    }

    private Failed missing(String file) {
        return new Failed(
                "The hub has no file " + file + " for " + name
                        + ": there is no such model, or it is not a CLIP or SigLIP model in Hugging Face’s or OpenCLIP’s layout.");
    }

    private void weights() throws Failed, Cancelled {
        for (var file : WeightFiles.NAMES) {
            if (hub.fetch(file) || shards(file + WeightFiles.INDEX)) {
                if (file.startsWith("open_clip")) {
                    hub.fetch(ClipConfig.OPEN_CLIP);
                }
                return;
            }
        }
        throw new Failed("The hub has no weights for " + name + " in a format that can be read.");
    }

    private boolean shards(String index) throws Failed, Cancelled {
        if (!hub.fetch(index)) {
            return false;
        }
        for (var shard : WeightFiles.shards(folder.resolve(index))) {
            if (!hub.fetch(shard)) {
                throw new Failed("The hub lacks " + shard + ", which " + index + " of " + name + " names.");
            }
        }
        return true;
    }
}
