package codeframe.clip;

import java.nio.file.Files;
import java.nio.file.Path;

/** Turns a phrase into the numbers a model was trained on. */
interface Tokenizer {
    PhraseTokens encode(String phrase, int context);

    int eos();

    /** What stands behind the end mark up to the full length, where the model sees it. */
    int fill();

    /** How many marks every phrase gets, so that one of no more tokens has no words. */
    default int marks() {
        return 2;
    }

    /** The number of different tokens, which the weights must have a row for. */
    int size();

    /**
     * vocab.json and merges.txt come first although newer folders also have a tokenizer.json: the own reading of them
     * gives exactly the ids of OpenAI's code, the other library leaves HTML entities and composed letters otherwise.
     */
    static Tokenizer read(Path directory, ClipConfig config) {
        if (config.text().cleaning() != PhraseCleaning.OPENAI) {
            return SentencePieces.read(directory, config.text().cleaning());
        }
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
