package codeframe.clip;

/**
 * How a model's image tower is built; a number that the files leave out is 0 and follows from the weights.
 *
 * @param normsFirst whether the patches are normalised before the first layer
 */
record ImageTower(Transformer transformer, int size, int patch, boolean normsFirst, Pooling pooling) {

    /** What becomes of the patches in the end. */
    enum Pooling {
        /** Left aside: the vector is that of the class token before them. */
        CLASS,
        /** Their mean, taken after the last norm. */
        MEAN,
        /** Their mean, normalised afterwards. */
        MEAN_NORMED,
        /** A learned question attends to them, as in SigLIP; there is no class token and no projection. */
        ATTENTION
    }

    /** Places beside those of the patches. */
    int marks() {
        return pooling == Pooling.ATTENTION ? 0 : 1;
    }

    boolean attends() {
        return pooling == Pooling.ATTENTION;
    }

    boolean isUsual() {
        return normsFirst && pooling == Pooling.CLASS;
    }
}
