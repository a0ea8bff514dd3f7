package codeframe.clip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The weights of both towers in the order clip.ts wants them, every shape checked against the first ones. */
record Weights(List<Tensor> image, List<Tensor> text, double logitScale) {
    static final int IMAGE_HEAD = 8;
    static final int TEXT_HEAD = 5;
    private static final String SCALE = "logit_scale";

    static Weights of(Checkpoint checkpoint, double initialScale) {
        var layout = Layout.of(checkpoint);
        var weights = new Weights(
                tower(checkpoint, layout, layout.image(), layout.imageLayer()),
                tower(checkpoint, layout, layout.text(), layout.textLayer()),
                Math.exp(
                        checkpoint.names().contains(SCALE)
                                ? checkpoint.tensor(SCALE).scalar()
                                : initialScale));
        weights.check();
        return weights;
    }

    private static List<Tensor> tower(Checkpoint checkpoint, Layout layout, List<String> head, String prefix) {
        var tensors = new ArrayList<Tensor>();
        for (var name : head) {
            var tensor = checkpoint.tensor(name);
            tensors.add(layout.isTransposed(name) ? tensor.transposed() : tensor);
        }
        for (int i = 0;
                checkpoint
                        .names()
                        .contains(prefix + i + "." + layout.layer().get(0).get(0));
                i++) {
            var start = prefix + i + ".";
            for (var names : layout.layer()) {
                tensors.add(Tensor.concatenated(names.stream()
                        .map(name -> checkpoint.tensor(start + name))
                        .toList()));
            }
        }
        return tensors;
    }

    int imageWidth() {
        return image.get(0).size(0);
    }

    int patch() {
        return image.get(0).size(2);
    }

    /** Of the square image in pixels, as the position embedding has it: one position per patch and one for the class. */
    int imageSize() {
        return (int) Math.round(Math.sqrt(image.get(2).size(0) - 1)) * patch();
    }

    int textWidth() {
        return text.get(0).size(1);
    }

    int vocabulary() {
        return text.get(0).size(0);
    }

    int context() {
        return text.get(1).size(0);
    }

    int dimensions() {
        return image.get(7).size(0);
    }

    private void check() {
        if (image.get(0).shape().size() != 4 || text.get(0).shape().size() != 2) {
            throw new BrokenModel("The first layer of this model has not the shape of a CLIP model's.");
        }
        int width = imageWidth();
        int side = imageSize() / patch();
        expect(image.get(0), width, 3, patch(), patch());
        expect(image.get(1), width);
        expect(image.get(2), 1 + side * side, width);
        image.subList(3, 7).forEach(norm -> expect(norm, width));
        expect(image.get(7), dimensions(), width);
        checkLayers(image.subList(IMAGE_HEAD, image.size()), width);
        expect(text.get(1), context(), textWidth());
        text.subList(2, 4).forEach(norm -> expect(norm, textWidth()));
        expect(text.get(4), dimensions(), textWidth());
        checkLayers(text.subList(TEXT_HEAD, text.size()), textWidth());
    }

    private static void checkLayers(List<Tensor> tensors, int width) {
        if (tensors.isEmpty()) {
            throw new BrokenModel("These weights have no layers, so they are incomplete.");
        }
        for (int i = 0; i < tensors.size(); i += 12) {
            int inner = tensors.get(i + 8).size(0);
            int[][] shapes = {
                {width}, {width}, {3 * width, width}, {3 * width}, {width, width}, {width},
                {width}, {width}, {inner, width}, {inner}, {width, inner}, {width}
            };
            for (int k = 0; k < shapes.length; k++) {
                expect(tensors.get(i + k), shapes[k]);
            }
        }
    }

    private static void expect(Tensor tensor, int... shape) {
        var expected = Arrays.stream(shape).boxed().toList();
        if (!tensor.shape().equals(expected)) {
            throw new BrokenModel("A weight of this model has the shape " + tensor.shape() + " where a CLIP model has "
                    + expected + "; the file belongs to another kind of model.");
        }
    }
}
