package codeframe.clip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What identifies a model wherever its folder lies: the content of everything that decides about a vector. Stored
 * vectors are kept under it, so a replaced file never meets the vectors of its predecessor.
 */
final class ModelHash {
    /** Fields that were once passed over are followed now; vectors from before are not those that the model makes. */
    private static final byte[] READING = "every field".getBytes(StandardCharsets.US_ASCII);

    private ModelHash() {}

    static String of(Path folder) {
        var digest = sha256();
        WeightFiles.in(folder).paths().forEach(file -> add(digest, file));
        add(digest, folder.resolve(ClipConfig.HUGGING_FACE));
        add(digest, folder.resolve(ClipConfig.OPEN_CLIP));
        add(digest, folder.resolve("preprocessor_config.json"));
        add(digest, folder.resolve("processor_config.json"));
        var config = ClipConfig.read(folder);
        if (config.text().cleaning() != PhraseCleaning.OPENAI) {
            add(digest, folder.resolve("tokenizer.json"));
            add(digest, folder.resolve(SentencePieces.CONFIG));
        }
        if (!config.isUsual()) {
            digest.update(READING);
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, 32);
    }

    private static void add(MessageDigest digest, Path file) {
        if (!Files.isRegularFile(file)) {
            return;
        }
        try (var in = Files.newInputStream(file)) {
            var buffer = new byte[1 << 20];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MessageDigest sha256() {
        return digest("SHA-256");
    }

    static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(algorithm + " belongs to every JDK", e);
        }
    }
}
