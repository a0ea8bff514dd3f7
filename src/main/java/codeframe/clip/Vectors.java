package codeframe.clip;

/** Arithmetic of plain float vectors. */
final class Vectors {
    private Vectors() {}

    static float dot(float[] a, float[] b) {
        float sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    static void normalise(float[] vector) {
        double squares = 0;
        for (float x : vector) {
            squares += (double) x * x;
        }
        float length = (float) Math.sqrt(squares);
        if (length > 0) {
            for (int i = 0; i < vector.length; i++) {
                vector[i] /= length;
            }
        }
    }

    /** The direction of the mean. */
    static float[] centre(Iterable<float[]> vectors, int dimensions) {
        var sum = new float[dimensions];
        for (var vector : vectors) {
            for (int i = 0; i < dimensions; i++) {
                sum[i] += vector[i];
            }
        }
        normalise(sum);
        return sum;
    }
}
