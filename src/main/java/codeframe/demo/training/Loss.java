package codeframe.demo.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Activation;

/**
 * A contrastive loss that knows which captions are true of which pictures: each true pair is held against all false
 * ones, softplus(logsumexp(false) − true), for the pictures and for the captions. Half of the weight lies on the
 * picture's own caption, half is shared by all that are true of it.
 */
final class Loss {
    private static final float OUT_OF_PLAY = -1e4f;

    private Loss() {}

    /** From the scaled cosines and the marks of what holds, both pictures × captions. */
    static NDArray loss(NDArray scores, NDArray holds) {
        var falsehoods = scores.add(holds.mul(OUT_OF_PLAY));
        return oneWay(scores, falsehoods, holds, 1)
                .add(oneWay(scores, falsehoods, holds, 0))
                .div(2);
    }

    private static NDArray oneWay(NDArray scores, NDArray falsehoods, NDArray holds, int axis) {
        long size = scores.getShape().get(0);
        var most = falsehoods.max(new int[] {axis}, true).stopGradient();
        var against =
                falsehoods.sub(most).exp().sum(new int[] {axis}, true).log().add(most);
        var own = scores.getManager().eye((int) size, (int) size, 0, DataType.FLOAT32);
        var shared = holds.div(holds.sum(new int[] {axis}, true));
        var weight = shared.add(own).div(2f);
        return Activation.softPlus(scores.neg().add(against)).mul(weight).sum().div(size);
    }
}
