package codeframe.clip;

import java.nio.file.Files;
import java.nio.file.Path;

/** Turns a phrase into the numbers a model was trained on. */
interface Tokenizer {
    PhraseTokens encode(String phrase, int context);

    int eos();

    /** The number of different tokens, which the weights must have a row for. */
    int size();

    /**
     * vocab.json and merges.txt come first although newer folders also have a tokenizer.json: the own reading of them
     * gives exactly the ids of OpenAI's code, the other library leaves HTML entities and composed letters otherwise.
     */
    static Tokenizer read(Path directory, ClipConfig config) {
        if (Files.isRegularFile(directory.resolve("vocab.json"))
                && Files.isRegularFile(directory.resolve("merges.txt"))) {
            return BytePairs.read(directory, config);
        }
        if (Files.isRegularFile(directory.resolve("tokenizer.json"))) {
            return HuggingFaceTokens.read(directory, config);
        }
        throw new BrokenModel(
                "The folder has neither vocab.json with merges.txt nor tokenizer.json, so phrases cannot be"
                        + " read.");
    }
}
