package codeframe.clip;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** For folders with a tokenizer.json alone: Hugging Face's own tokenizer, from the file and without network. */
final class HuggingFaceTokens implements Tokenizer {
    private final HuggingFaceTokenizer tokenizer;
    private final int bos;
    private final int eos;
    private final int fill;

    private HuggingFaceTokens(HuggingFaceTokenizer tokenizer, TextTower text) {
        this.tokenizer = tokenizer;
        bos = marker(tokenizer, "<|startoftext|>", text.bos());
        eos = marker(tokenizer, "<|endoftext|>", text.eos());
        fill = text.fill();
    }

    static HuggingFaceTokens read(Path directory, ClipConfig config) {
        return new HuggingFaceTokens(open(directory), config.text());
    }

    /** Length and padding of the file are ignored by the library; they are applied here instead. */
    static HuggingFaceTokenizer open(Path directory) {
        try {
            return HuggingFaceTokenizer.builder()
                    .optTokenizerPath(directory.resolve("tokenizer.json"))
                    .optAddSpecialTokens(false)
                    .optTruncation(false)
                    .optPadding(false)
                    .build();
        } catch (IOException | RuntimeException e) {
            throw new BrokenModel("The file tokenizer.json cannot be read: " + e.getMessage(), e);
        }
    }

    private static int marker(HuggingFaceTokenizer tokenizer, String text, int otherwise) {
        var ids = tokenizer.encode(text, false, false).getIds();
        if (ids.length != 1 && otherwise < 0) {
            throw new BrokenModel("tokenizer.json knows no " + text + ", so it is not that of a CLIP model, and phrases"
                    + " cannot be read. Use another model.");
        }
        return ids.length == 1 ? (int) ids[0] : otherwise;
    }

    @Override
    public PhraseTokens encode(String phrase, int context) {
        List<Integer> ids = new ArrayList<>();
        for (long id : tokenizer.encode(phrase, false, false).getIds()) {
            ids.add((int) id);
        }
        return PhraseTokens.of(bos, ids, eos, context);
    }

    @Override
    public int eos() {
        return eos;
    }

    @Override
    public int fill() {
        return fill;
    }

    @Override
    public int size() {
        return eos + 1;
    }
}
