package codeframe.clip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The weights of a model by name. */
interface Checkpoint {
    /** In the order in which they are looked for: the memory-mapped format first. */
    List<String> FILES = List.of(
            "model.safetensors",
            "open_clip_model.safetensors",
            "open_clip_pytorch_model.safetensors",
            "pytorch_model.bin",
            "open_clip_pytorch_model.bin");

    Set<String> names();

    Tensor tensor(String name);

    static Optional<Path> file(Path directory) {
        return FILES.stream()
                .map(directory::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    static Checkpoint open(Path file) {
        try {
            return file.toString().endsWith(".safetensors") ? SafeTensors.open(file) : TorchBin.open(file);
        } catch (IOException e) {
            throw new BrokenModel("The weights file " + file.getFileName() + " cannot be read: " + e.getMessage(), e);
        }
    }
}
