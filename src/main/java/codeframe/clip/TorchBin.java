package codeframe.clip;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Reads pytorch_model.bin, a zip with a pickle that names the tensors and one entry of raw numbers per storage. */
final class TorchBin implements Checkpoint {
    private static final int LARGEST_PICKLE = 64_000_000;

    private final Path file;
    private final String folder;
    private final Map<String, StoredTensor> tensors;
    /** Bytes of each entry of the zip, so that a missing one shows before it is needed. */
    private final Map<String, Long> sizes;

    private TorchBin(Path file, String folder, Map<String, StoredTensor> tensors, Map<String, Long> sizes) {
        this.file = file;
        this.folder = folder;
        this.tensors = tensors;
        this.sizes = sizes;
    }

    static TorchBin open(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            var pickle = zip.stream()
                    .filter(entry -> entry.getName().endsWith("/data.pkl"))
                    .findFirst()
                    .orElseThrow(() -> new BrokenModel("The weights file " + file.getFileName()
                            + " is a zip without a list of tensors, so it is no PyTorch checkpoint."));
            if (pickle.getSize() > LARGEST_PICKLE) {
                throw new BrokenModel("The list of tensors in " + file.getFileName() + " is too large to be one.");
            }
            byte[] bytes;
            try (var in = zip.getInputStream(pickle)) {
                bytes = in.readAllBytes();
            }
            var folder = pickle.getName().substring(0, pickle.getName().length() - "data.pkl".length());
            var sizes = zip.stream().collect(Collectors.toMap(ZipEntry::getName, ZipEntry::getSize, (a, b) -> a));
            return new TorchBin(file, folder, stateDict(new TorchPickle(bytes).read()), sizes);
        } catch (ZipException e) {
            throw new BrokenModel(
                    "The weights file " + file.getFileName()
                            + " is damaged, or of the format PyTorch used before 2020; only the newer zip format is read.",
                    e);
        }
    }

    /** Training programs wrap the weights as {"state_dict": …} and prefix every name with "module.". */
    private static Map<String, StoredTensor> stateDict(Object root) {
        if (!(root instanceof Map<?, ?> map)) {
            throw new BrokenModel("The weights file holds no list of named tensors.");
        }
        if (map.get("state_dict") instanceof Map<?, ?> inner) {
            return stateDict(inner);
        }
        var tensors = new LinkedHashMap<String, StoredTensor>();
        map.forEach((name, value) -> {
            if (name instanceof String text && value instanceof StoredTensor tensor) {
                tensors.put(text.startsWith("module.") ? text.substring("module.".length()) : text, tensor);
            }
        });
        return tensors;
    }

    @Override
    public Set<String> names() {
        return tensors.keySet();
    }

    @Override
    public List<Integer> shape(String name) {
        var tensor = stored(name);
        long bytes = tensor.storage().count() * tensor.storage().dtype().bytes;
        if (sizes.getOrDefault(folder + "data/" + tensor.storage().key(), -1L) != bytes || !tensor.fits()) {
            throw new BrokenModel(
                    "The weights file " + file.getFileName() + " is damaged: “" + name + "” is not whole.");
        }
        return tensor.shape();
    }

    private StoredTensor stored(String name) {
        var tensor = tensors.get(name);
        if (tensor == null || !tensor.storage().dtype().isWeight()) {
            throw new BrokenModel("The weights file " + file.getFileName() + " has no weights named “" + name + "”.");
        }
        return tensor;
    }

    @Override
    public Tensor tensor(String name) {
        var tensor = stored(name);
        try (var zip = new ZipFile(file.toFile())) {
            var source = storage(zip, tensor.storage());
            return tensor.isContiguous() ? inPlace(tensor, source) : gathered(tensor, source);
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new BrokenModel(
                    "The weights file " + file.getFileName() + " is damaged: “" + name + "” cannot be read.", e);
        }
    }

    private ByteBuffer storage(ZipFile zip, StoredTensor.Storage storage) throws IOException {
        var entry = zip.getEntry(folder + "data/" + storage.key());
        long bytes = Math.multiplyExact(storage.count(), (long) storage.dtype().bytes);
        if (entry == null || entry.getSize() != bytes || bytes > Integer.MAX_VALUE) {
            throw new EOFException("the numbers of storage " + storage.key() + " are missing or cut off");
        }
        var buffer = ByteBuffer.allocateDirect((int) bytes).order(ByteOrder.LITTLE_ENDIAN);
        try (var channel = Channels.newChannel(zip.getInputStream(entry))) {
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                // read until full or at the end
            }
        }
        if (buffer.hasRemaining()) {
            throw new EOFException("storage " + storage.key() + " is cut off");
        }
        return buffer.flip();
    }

    private static Tensor inPlace(StoredTensor tensor, ByteBuffer source) {
        int width = tensor.storage().dtype().bytes;
        long start = tensor.offset() * width;
        long length = Tensor.count(tensor.shape()) * width;
        var slice =
                source.slice(Math.toIntExact(start), Math.toIntExact(length)).order(ByteOrder.LITTLE_ENDIAN);
        return new Tensor(tensor.shape(), tensor.storage().dtype().expanded(slice));
    }

    /** Hugging Face's converted checkpoints hold the two projections as transposed views. */
    private static Tensor gathered(StoredTensor tensor, ByteBuffer source) {
        var whole = Tensor.empty(tensor.shape());
        int count = Math.toIntExact(Tensor.count(tensor.shape()));
        for (int i = 0; i < count; i++) {
            int from = Math.toIntExact(tensor.position(i));
            whole.floats().putFloat(4 * i, tensor.storage().dtype().read(source, from));
        }
        return whole;
    }
}
