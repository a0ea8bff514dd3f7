package codeframe.clip;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes safetensors files: right ones from tensors, wrong ones from a header as typed. */
final class CheckpointFile {
    private CheckpointFile() {}

    static Path write(Path file, Map<String, Tensor> tensors) {
        var header = new ObjectMapper().createObjectNode();
        long offset = 0;
        for (var tensor : tensors.entrySet()) {
            offset = describe(header.putObject(tensor.getKey()), tensor.getValue(), offset);
        }
        try (var channel = FileChannel.open(
                raw(file, header.toString(), new byte[0]), StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            for (var tensor : tensors.values()) {
                channel.write(tensor.floats().duplicate());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static long describe(ObjectNode entry, Tensor tensor, long offset) {
        entry.put("dtype", "F32");
        var shape = entry.putArray("shape");
        tensor.shape().forEach(shape::add);
        long end = offset + 4 * Tensor.count(tensor.shape());
        entry.putArray("data_offsets").add(offset).add(end);
        return end;
    }

    static Path raw(Path file, String header, byte[] data) {
        var text = header.getBytes(StandardCharsets.UTF_8);
        var length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(0, text.length);
        try (var channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            channel.write(length);
            channel.write(ByteBuffer.wrap(text));
            channel.write(ByteBuffer.wrap(data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** The same weights under OpenAI's names, with query, key and value in one and the projections turned. */
    static Map<String, Tensor> inOpenAiNames(TowerWeights weights) {
        var named = new LinkedHashMap<String, Tensor>();
        var layout = Layout.OPENAI;
        name(named, layout, weights.image(), layout.image());
        name(named, layout, weights.text(), layout.text());
        var scale = Tensor.empty(List.of());
        scale.floats().putFloat(0, (float) Math.log(weights.logitScale()));
        named.put("logit_scale", scale);
        return named;
    }

    private static void name(Map<String, Tensor> named, Layout layout, List<Tensor> tower, Layout.Tower names) {
        for (int i = 0; i < tower.size(); i++) {
            int k = i - names.head().size();
            var name =
                    k < 0 ? names.head().get(i) : names.inLayer(k / 12, k % 12).get(0);
            named.put(name, layout.isTransposed(name) ? tower.get(i).transposed() : tower.get(i));
        }
    }
}
