package codeframe.clip;

import java.util.List;

/** A tensor as a PyTorch checkpoint describes it: a view of numbers stored under a key. */
record StoredTensor(Storage storage, long offset, List<Integer> shape, List<Integer> strides) {
    record Storage(String key, Dtype dtype, long count) {}

    StoredTensor {
        if (offset < 0 || shape.size() != strides.size() || shape.stream().anyMatch(size -> size < 0)) {
            throw new BrokenModel("The weights file describes a tensor of impossible shape.");
        }
    }

    boolean isContiguous() {
        long expected = 1;
        for (int i = shape.size() - 1; i >= 0; i--) {
            if (shape.get(i) != 1 && strides.get(i) != expected) {
                return false;
            }
            expected *= shape.get(i);
        }
        return true;
    }

    /** Whether its last number lies in the storage. */
    boolean fits() {
        long last = offset;
        for (int i = 0; i < shape.size(); i++) {
            last += (shape.get(i) - 1L) * strides.get(i);
        }
        return last < storage.count() && strides.stream().allMatch(stride -> stride >= 0);
    }

    /** Where in the storage the i-th number of the tensor lies, counting row by row. */
    long position(int index) {
        long position = offset;
        int rest = index;
        for (int i = shape.size() - 1; i >= 0; i--) {
            position += (long) (rest % shape.get(i)) * strides.get(i);
            rest /= shape.get(i);
        }
        return position;
    }
}
