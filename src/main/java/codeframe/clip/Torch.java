package codeframe.clip;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtModel;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The one class that talks to PyTorch (through DJL): a loaded script whose methods may be called from several threads
 * at once. Torch itself gets one thread, because its own barriers spin whenever another program wants the processor.
 */
final class Torch implements AutoCloseable {
    static final int FLOAT = 6;
    static final int BFLOAT16 = 15;

    /** Kept as long as the block: a model that nobody refers to closes itself. */
    private final PtModel model;

    private final PtSymbolBlock block;

    private Torch(PtModel model) {
        this.model = model;
        this.block = (PtSymbolBlock) model.getBlock();
    }

    /** Before anything else of DJL runs: no calls home, and its libraries unpacked where the program keeps its data. */
    static void configure(Path cache) {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        if (System.getProperty("DJL_CACHE_DIR") == null) {
            System.setProperty("DJL_CACHE_DIR", cache.toString());
        }
    }

    static final String NOT_INSTALLED =
            "The CLIP runtime is not installed: this build of Codeframe has no PyTorch library for this platform."
                    + " Everything else works; the README names the platforms with CLIP.";

    /** Whether this build has PyTorch's libraries, found without loading their 400 MB. */
    static boolean isInstalled() {
        return Torch.class.getResource("/native/lib/pytorch.properties") != null;
    }

    /** @throws BrokenModel with a sentence when CLIP cannot run on this machine at all */
    static void requireRuntime() {
        if (!isInstalled()) {
            throw new BrokenModel(NOT_INSTALLED);
        }
        try {
            Engine.getEngine("PyTorch");
            JniUtils.setNumThreads(1);
        } catch (RuntimeException | LinkageError e) {
            throw new BrokenModel("The CLIP runtime does not start on this machine: " + e.getMessage() + ".", e);
        }
    }

    /** PyTorch's version, once it runs. */
    static String version() {
        return Engine.getEngine("PyTorch").getVersion();
    }

    static Torch load(byte[] archive) {
        var model = (PtModel) Model.newInstance("clip", "PyTorch");
        try {
            model.load(new ByteArrayInputStream(archive), false);
            return new Torch(model);
        } catch (Exception e) {
            model.close();
            throw new BrokenModel("PyTorch did not accept the CLIP script: " + e.getMessage(), e);
        }
    }

    void give(String method, List<Tensor> weights, long... numbers) {
        try (var manager = manager()) {
            var arrays = weights.stream()
                    .map(w -> array(
                            manager, w.floats().duplicate().order(w.floats().order()), w.shape()))
                    .toArray(PtNDArray[]::new);
            var arguments = new IValue[1 + numbers.length];
            arguments[0] = IValue.listFrom(arrays);
            for (int i = 0; i < numbers.length; i++) {
                arguments[1 + i] = IValue.from(numbers[i]);
            }
            call(manager, method, arguments);
        }
    }

    private static PtNDArray array(NDManager manager, ByteBuffer floats, List<Integer> shape) {
        long[] sizes = shape.stream().mapToLong(Integer::longValue).toArray();
        return (PtNDArray) manager.create(floats, new Shape(sizes), DataType.FLOAT32);
    }

    /** The rows of the matrix that a method makes of float images [n, 3, side, side]. */
    float[][] images(String method, float[][] images, int side) {
        try (var manager = manager()) {
            int length = 3 * side * side;
            var pixels = Tensor.empty(List.of(images.length, 3, side, side));
            var floats = pixels.floats().asFloatBuffer();
            for (int i = 0; i < images.length; i++) {
                floats.put(i * length, images[i]);
            }
            return rows(call(manager, method, IValue.from(array(manager, pixels.floats(), pixels.shape()))));
        }
    }

    /** The same for token ids [n, length], padded, with the place of each end mark. */
    float[][] texts(String method, long[][] ids, long[] ends) {
        try (var manager = manager()) {
            var matrix = (PtNDArray) manager.create(ids);
            return rows(call(manager, method, IValue.from(matrix), IValue.from((PtNDArray) manager.create(ends))));
        }
    }

    private PtNDManager manager() {
        return (PtNDManager) model.getNDManager().newSubManager();
    }

    private PtNDArray call(PtNDManager manager, String method, IValue... arguments) {
        try (var result = IValueUtils.runMethod(block, method, arguments)) {
            return result.toTensor(manager);
        } finally {
            for (var argument : arguments) {
                argument.close();
            }
            Reference.reachabilityFence(model);
        }
    }

    private static float[][] rows(PtNDArray matrix) {
        int count = (int) matrix.getShape().get(0);
        int width = (int) matrix.getShape().get(1);
        float[] all = matrix.toFloatArray();
        var rows = new float[count][];
        for (int i = 0; i < count; i++) {
            rows[i] = Arrays.copyOfRange(all, i * width, (i + 1) * width);
        }
        return rows;
    }

    @Override
    public void close() {
        model.close();
    }
}
