package codeframe.clip;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes the TorchScript archive that torch loads: the text of clip.ts, the few numbers it needs, and empty lists that
 * the weights are handed to afterwards. So any checkpoint runs without Python and without being converted.
 */
final class TorchScript {
    /** How the matrix products are written: as usual, or for oneDNN with weights packed beforehand (bfloat16). */
    enum Products {
        PLAIN("linear-plain.ts"),
        PACKED("linear-packed.ts");

        private final String resource;

        Products(String resource) {
            this.resource = resource;
        }
    }

    private final ByteArrayOutputStream pickle = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(pickle);

    private TorchScript() {}

    static byte[] archive(ClipConfig config, TowerWeights weights, Products products) {
        try {
            var bytes = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(bytes)) {
                zip.setMethod(ZipOutputStream.STORED);
                store(zip, "clip/data.pkl", new TorchScript().attributes(config, weights));
                store(zip, "clip/constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
                store(zip, "clip/version", "10\n".getBytes(StandardCharsets.US_ASCII));
                var script = resource("clip.ts") + resource(products.resource);
                store(zip, "clip/code/__torch__.py", script.getBytes(StandardCharsets.UTF_8));
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) throws IOException {
        try (var in = TorchScript.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        var crc = new CRC32();
        crc.update(content);
        var entry = new ZipEntry(name);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /** A pickle of the object {@code __torch__.Clip} and its attributes. */
    private byte[] attributes(ClipConfig config, TowerWeights weights) throws IOException {
        var pooling = config.image().pooling();
        boolean attends = config.image().attends();
        out.write(new byte[] {(byte) 0x80, 2});
        out.writeBytes("c__torch__\nClip\n)\u0081}(");
        flag("training", false);
        emptyTensors("v");
        emptyTensors("t");
        tower("v", weights.image().size(), weights.sizes().image(), attends);
        tower("t", weights.text().size(), weights.sizes().text(), false);
        flag("causal", config.text().causal());
        flag("first", config.image().normsFirst());
        flag("mean", pooling == ImageTower.Pooling.MEAN || pooling == ImageTower.Pooling.MEAN_NORMED);
        flag("after", pooling == ImageTower.Pooling.MEAN_NORMED);
        flag("attends", attends);
        out.writeBytes("ub.");
        return pickle.toByteArray();
    }

    private void key(String name) throws IOException {
        out.writeByte('X');
        out.writeInt(Integer.reverseBytes(name.length()));
        out.writeBytes(name);
    }

    /** @param pools whether a layer that pools follows those of the tower */
    private void tower(String letter, int weights, Transformer tower, boolean pools) throws IOException {
        integer(letter + "head", weights - 12 * (tower.layers() + (pools ? 1 : 0)));
        integer(letter + "layers", tower.layers());
        integer(letter + "heads", tower.heads());
        integer(letter + "act", tower.activation().number);
        key(letter + "eps");
        out.writeByte('G');
        out.writeDouble(tower.epsilon());
    }

    private void flag(String name, boolean value) throws IOException {
        key(name);
        out.writeByte(value ? 0x88 : 0x89);
    }

    private void integer(String name, long value) throws IOException {
        key(name);
        out.write(new byte[] {(byte) 0x8a, 8});
        out.writeLong(Long.reverseBytes(value));
    }

    private void emptyTensors(String name) throws IOException {
        key(name);
        out.writeBytes("ctorch.jit._pickle\nbuild_tensorlist\n]\u0085R");
    }
}
