package codeframe.clip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A whole model directory with random weights: the golden towers, with a row for every token of the golden vocabulary. */
public final class TinyModel {
    private TinyModel() {}

    public static Path install(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.copy(Golden.file("bpe/vocab.json"), folder.resolve("vocab.json"));
        Files.copy(Golden.file("bpe/merges.txt"), folder.resolve("merges.txt"));
        Files.copy(Golden.file("tiny-clip/config.json"), folder.resolve("config.json"));
        CheckpointFile.write(folder.resolve("model.safetensors"), CheckpointFile.inOpenAiNames(weights()));
        return folder;
    }

    static Weights weights() {
        var tiny = Weights.of(Checkpoint.open(Golden.file("tiny-clip/model.safetensors")), 0);
        var rows = Tensor.empty(List.of(1514, 64));
        for (int i = 0; i < 1514 * 64; i++) {
            rows.floats().putFloat(4 * i, tiny.text().get(0).floats().getFloat(4 * (i % (600 * 64))));
        }
        var text = new ArrayList<>(tiny.text());
        text.set(0, rows);
        return new Weights(tiny.image(), text, tiny.logitScale());
    }
}
