package codeframe.clip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** A weight as 32-bit floats in a direct buffer, which torch uses in place. */
record Tensor(List<Integer> shape, ByteBuffer floats) {
    static Tensor empty(List<Integer> shape) {
        long bytes = 4 * count(shape);
        if (bytes > Integer.MAX_VALUE) {
            throw new BrokenModel("A single weight of this model is larger than 2 GB, which cannot be read.");
        }
        return new Tensor(shape, ByteBuffer.allocateDirect((int) bytes).order(ByteOrder.nativeOrder()));
    }

    static long count(List<Integer> shape) {
        return shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    }

    int size(int dimension) {
        return shape.get(dimension);
    }

    float scalar() {
        return floats.getFloat(0);
    }

    /** Rows below rows: query, key and value weights become the one matrix that the layers use. */
    static Tensor concatenated(List<Tensor> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        var first = parts.get(0).shape();
        int rows = parts.stream().mapToInt(part -> part.size(0)).sum();
        var shape = first.size() == 1 ? List.of(rows) : List.of(rows, first.get(1));
        var whole = empty(shape);
        for (var part : parts) {
            whole.floats().put(part.floats().duplicate());
        }
        whole.floats().rewind();
        return whole;
    }

    /** OpenAI keeps its two projections as [in, out], everything else here is [out, in]. */
    Tensor transposed() {
        int rows = size(0);
        int columns = size(1);
        var turned = empty(List.of(columns, rows));
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                turned.floats.putFloat(4 * (column * rows + row), floats.getFloat(4 * (row * columns + column)));
            }
        }
        return turned;
    }
}
