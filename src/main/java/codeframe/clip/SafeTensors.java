package codeframe.clip;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a safetensors file by mapping each tensor into memory, so that 600 MB of weights open in milliseconds. The
 * file must not be overwritten while it is in use: new weights are written beside it and renamed.
 */
final class SafeTensors implements Checkpoint {
    private static final long LARGEST_HEADER = 100_000_000;
    private static final ObjectMapper STRICT = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private record Entry(String name, Dtype dtype, List<Integer> shape, long start, long end) {}

    private final Path file;
    private final long dataStart;
    private final Map<String, Entry> entries;

    private SafeTensors(Path file, long dataStart, Map<String, Entry> entries) {
        this.file = file;
        this.dataStart = dataStart;
        this.entries = entries;
    }

    static SafeTensors open(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long length = headerLength(channel, file);
            var entries = new LinkedHashMap<String, Entry>();
            for (var field : header(channel, file, length).properties()) {
                if (!"__metadata__".equals(field.getKey())) {
                    entries.put(field.getKey(), entry(file, field.getKey(), field.getValue()));
                }
            }
            refuseOverlaps(file, entries, channel.size() - 8 - length);
            return new SafeTensors(file, 8 + length, entries);
        }
    }

    private static long headerLength(FileChannel channel, Path file) throws IOException {
        var eight = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        channel.read(eight, 0);
        long length = eight.hasRemaining() ? -1 : eight.getLong(0);
        if (length < 2 || length > LARGEST_HEADER || length > channel.size() - 8) {
            throw broken(file, "its header is missing or cut off");
        }
        return length;
    }

    private static JsonNode header(FileChannel channel, Path file, long length) throws IOException {
        var bytes = ByteBuffer.allocate((int) length);
        channel.read(bytes, 8);
        try {
            var header = STRICT.readTree(bytes.array());
            if (header != null && header.isObject()) {
                return header;
            }
        } catch (IOException e) {
            throw new BrokenModel(sentence(file, "its header is not valid JSON"), e);
        }
        throw broken(file, "its header is not a list of tensors");
    }

    private static Entry entry(Path file, String name, JsonNode node) {
        var dtype = dtype(file, name, node.path("dtype").asText());
        var shape = new ArrayList<Integer>();
        for (var size : node.path("shape")) {
            if (!size.canConvertToInt() || !size.isIntegralNumber() || size.intValue() < 0) {
                throw broken(file, "the shape of “" + name + "” is not one");
            }
            shape.add(size.intValue());
        }
        var offsets = node.path("data_offsets");
        if (!node.path("shape").isArray()
                || offsets.size() != 2
                || !offsets.get(0).isIntegralNumber()) {
            throw broken(file, "the entry of “" + name + "” is incomplete");
        }
        return sized(
                file,
                new Entry(
                        name,
                        dtype,
                        shape,
                        offsets.get(0).longValue(),
                        offsets.get(1).longValue()));
    }

    private static Dtype dtype(Path file, String name, String text) {
        try {
            return Dtype.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw new BrokenModel(sentence(file, "“" + name + "” has the unknown number format “" + text + "”"), e);
        }
    }

    private static Entry sized(Path file, Entry entry) {
        try {
            long bytes = Math.multiplyExact(Tensor.count(entry.shape), (long) entry.dtype.bytes);
            if (entry.start >= 0 && Math.subtractExact(entry.end, entry.start) == bytes) {
                return entry;
            }
        } catch (ArithmeticException e) {
            throw new BrokenModel(sentence(file, "“" + entry.name + "” has an impossible size"), e);
        }
        throw broken(file, "the size of “" + entry.name + "” does not fit its shape");
    }

    private static void refuseOverlaps(Path file, Map<String, Entry> entries, long dataLength) {
        long reached = 0;
        var inOrder = entries.values().stream()
                .sorted(Comparator.comparingLong(Entry::start).thenComparingLong(Entry::end))
                .toList();
        for (var entry : inOrder) {
            if (entry.start < reached) {
                throw broken(file, "“" + entry.name + "” overlaps another tensor");
            }
            if (entry.end > dataLength) {
                throw broken(file, "it ends before “" + entry.name + "” does, so it was not copied completely");
            }
            reached = entry.end;
        }
    }

    @Override
    public Set<String> names() {
        return entries.keySet();
    }

    @Override
    public List<Integer> shape(String name) {
        return entry(name).shape;
    }

    private Entry entry(String name) {
        var entry = entries.get(name);
        if (entry == null || !entry.dtype.isWeight()) {
            throw broken(file, "it has no weights named “" + name + "”");
        }
        return entry;
    }

    @Override
    public Tensor tensor(String name) {
        var entry = entry(name);
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var mapped = channel.map(FileChannel.MapMode.READ_ONLY, dataStart + entry.start, entry.end - entry.start);
            return new Tensor(entry.shape, entry.dtype.expanded(mapped.order(ByteOrder.LITTLE_ENDIAN)));
        } catch (IOException | IllegalArgumentException e) {
            throw new BrokenModel(sentence(file, "“" + name + "” cannot be mapped into memory"), e);
        }
    }

    private static BrokenModel broken(Path file, String reason) {
        return new BrokenModel(sentence(file, reason));
    }

    private static String sentence(Path file, String reason) {
        return "The weights file " + file.getFileName() + " is damaged: " + reason + ".";
    }
}
