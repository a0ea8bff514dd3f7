package codeframe.clip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * One file of a model.
 *
 * @param git SHA-1 as Git names a file, by which the hub tells its small files
 */
public record ModelFile(String name, long bytes, String sha256, String git) {
    /** All but what the program wrote there itself. */
    static List<ModelFile> in(Path folder) {
        var files = new ArrayList<ModelFile>();
        FolderState.of(folder).files().forEach((name, state) -> {
            if (!name.equals(ModelSource.FILE)) {
                files.add(of(folder.resolve(name), state.bytes()));
            }
        });
        return files;
    }

    private static ModelFile of(Path file, long bytes) {
        var sha256 = ModelHash.sha256();
        var git = ModelHash.digest("SHA-1");
        git.update(("blob " + bytes + "\0").getBytes(StandardCharsets.US_ASCII));
        try (var in = Files.newInputStream(file)) {
            var buffer = new byte[1 << 20];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha256.update(buffer, 0, read);
                git.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var hex = HexFormat.of();
        return new ModelFile(
                file.getFileName().toString(), bytes, hex.formatHex(sha256.digest()), hex.formatHex(git.digest()));
    }

    /** Whether it still is what the hub has; "" where the hub told nothing of it. */
    String against(ModelSource source) {
        var told = source.checksums().getOrDefault(name, "");
        if (told.isEmpty()) {
            return "";
        }
        return told.equals(sha256) || told.equals(git) ? "as the hub has it" : "not what the hub has";
    }
}
