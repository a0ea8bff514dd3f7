package codeframe.clip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What vectors are computed by.
 *
 * @param library PyTorch's version
 * @param processor its name, and the widest instructions that decide how products are summed
 */
record Computer(String library, String processor) {
    private static final Path DESCRIPTION = Path.of("/proc/cpuinfo");
    /** Flags of Linux, the widest first. */
    private static final List<String> INSTRUCTIONS = List.of("amx_bf16", "avx512_bf16", "avx512f", "avx2", "asimd");

    static Computer here() {
        return new Computer(Torch.version(), described());
    }

    private static String described() {
        var system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (!Files.isReadable(DESCRIPTION)) {
            return system;
        }
        try (Stream<String> lines = Files.lines(DESCRIPTION)) {
            return described(lines.toList(), system);
        } catch (IOException e) {
            return system;
        }
    }

    static String described(List<String> lines, String otherwise) {
        var name = value(lines, "model name");
        var flags = List.of((value(lines, "flags") + " " + value(lines, "Features")).split(" "));
        var widest = INSTRUCTIONS.stream()
                .filter(flags::contains)
                .findFirst()
                .map(flag -> ", " + flag.toUpperCase(Locale.ROOT).replace('_', ' '))
                .orElse("");
        return (name.isEmpty() ? otherwise : name) + widest;
    }

    private static String value(List<String> lines, String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key))
                .findFirst()
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .orElse("");
    }

    String words() {
        return processor + ", PyTorch " + library;
    }
}
