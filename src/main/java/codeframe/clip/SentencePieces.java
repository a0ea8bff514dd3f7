package codeframe.clip;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * SigLIP's phrases: cleaned as the model's publisher does it, cut by Hugging Face's own tokenizer without the marks that
 * its file would add, and ended by the end mark. What follows it up to the full length is a token of the model's choice.
 */
final class SentencePieces implements Tokenizer {
    static final String CONFIG = "tokenizer_config.json";

    private final HuggingFaceTokenizer tokenizer;
    private final PhraseCleaning cleaning;
    private final int eos;
    private final int fill;

    private SentencePieces(HuggingFaceTokenizer tokenizer, PhraseCleaning cleaning, int eos, int fill) {
        this.tokenizer = tokenizer;
        this.cleaning = cleaning;
        this.eos = eos;
        this.fill = fill;
    }

    static SentencePieces read(Path directory, PhraseCleaning cleaning) {
        if (!Files.isRegularFile(directory.resolve("tokenizer.json"))) {
            throw new BrokenModel("The folder has no tokenizer.json, so phrases cannot be read. A spiece.model alone"
                    + " does not do: copy tokenizer.json from where the model comes from.");
        }
        var fields = Fields.of(directory.resolve(CONFIG));
        var tokenizer = HuggingFaceTokens.open(directory);
        int eos = mark(tokenizer, token(fields, "eos_token", "</s>"));
        return new SentencePieces(tokenizer, cleaning, eos, mark(tokenizer, token(fields, "pad_token", "</s>")));
    }

    /** Written as the mark's text, or as an object that has it as its content. */
    private static String token(Fields fields, String name, String otherwise) {
        return fields.get(name).isObject()
                ? fields.child(name).text("content", otherwise)
                : fields.text(name, otherwise);
    }

    private static int mark(HuggingFaceTokenizer tokenizer, String text) {
        var ids = tokenizer.encode(text, false, false).getIds();
        if (ids.length != 1) {
            throw new BrokenModel("tokenizer.json knows no " + text + ", so it is not that of a SigLIP model, and"
                    + " phrases cannot be read. Use another model.");
        }
        return (int) ids[0];
    }

    @Override
    public PhraseTokens encode(String phrase, int context) {
        var ids = new ArrayList<Integer>();
        for (long id : tokenizer.encode(cleaning.clean(phrase), false, false).getIds()) {
            ids.add((int) id);
        }
        boolean cut = ids.size() > context - 1;
        List<Integer> whole = new ArrayList<>(cut ? ids.subList(0, context - 1) : ids);
        whole.add(eos);
        return new PhraseTokens(List.copyOf(whole), cut);
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
    public int marks() {
        return 1;
    }

    @Override
    public int size() {
        return Math.max(eos, fill) + 1;
    }
}
