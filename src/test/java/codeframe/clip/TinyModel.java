package codeframe.clip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A whole model directory with random weights: the golden towers, with a row for every token of the golden vocabulary. */
public final class TinyModel {
    private static final int TOKENS = 1514;

    private TinyModel() {}

    public static Path install(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.copy(Golden.file("bpe/vocab.json"), folder.resolve("vocab.json"));
        Files.copy(Golden.file("bpe/merges.txt"), folder.resolve("merges.txt"));
        Files.writeString(folder.resolve("config.json"), config());
        CheckpointFile.write(folder.resolve("model.safetensors"), CheckpointFile.inOpenAiNames(weights()));
        return folder;
    }

    /** The golden one, with the marks and the number of tokens that the golden vocabulary has. */
    static String config() throws IOException {
        return Files.readString(Golden.file("tiny-clip/config.json"))
                .replace("\"vocab_size\": 600", "\"vocab_size\": " + TOKENS)
                .replace("\"eos_token_id\": 599", "\"eos_token_id\": " + (TOKENS - 1))
                .replace("\"bos_token_id\": 598", "\"bos_token_id\": " + (TOKENS - 2));
    }

    static TowerWeights weights() {
        var tiny = TowerWeights.of(
                Checkpoint.open(Golden.file("tiny-clip/model.safetensors")), ClipConfig.read(Golden.file("tiny-clip")));
        var rows = Tensor.empty(List.of(TOKENS, 64));
        for (int i = 0; i < TOKENS * 64; i++) {
            rows.floats().putFloat(4 * i, tiny.text().get(0).floats().getFloat(4 * (i % (600 * 64))));
        }
        var text = new ArrayList<>(tiny.text());
        text.set(0, rows);
        return new TowerWeights(tiny.image(), text, tiny.sizes(), tiny.logitScale(), tiny.logitBias());
    }
}
