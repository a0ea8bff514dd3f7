package codeframe.clip;

/**
 * How a model's image tower is built; a number that the files leave out is 0 and follows from the weights.
 *
 * @param normsFirst whether the patches are normalised before the first layer
 * @param mean whether the vector is the mean of the patches, and not the class token
 * @param normsMean whether that mean is normalised, and not the patches before it
 */
record ImageTower(Transformer transformer, int size, int patch, boolean normsFirst, boolean mean, boolean normsMean) {

    boolean isUsual() {
        return normsFirst && !mean;
    }
}
