package codeframe.clip;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The weights of a model by name. */
interface Checkpoint {
    Set<String> names();

    /**
     * Found without reading the weight itself, but not without making sure that all of it is there.
     *
     * @throws BrokenModel when there is no weight of this name
     */
    List<Integer> shape(String name);

    Tensor tensor(String name);

    /** @throws BrokenModel with the sentence to show */
    static Checkpoint in(Path directory) {
        var files = WeightFiles.in(directory);
        return files.isSharded() ? Shards.open(files) : open(files.paths().get(0));
    }

    static Checkpoint open(Path file) {
        try {
            return file.toString().endsWith(".safetensors") ? SafeTensors.open(file) : TorchBin.open(file);
        } catch (IOException e) {
            throw new BrokenModel("The weights file " + file.getFileName() + " cannot be read: " + e.getMessage(), e);
        }
    }
}
