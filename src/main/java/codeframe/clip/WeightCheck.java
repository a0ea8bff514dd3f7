package codeframe.clip;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Holds the names and shapes of all weights against what a model of its config has, without reading the weights: what
 * is missing, of another shape or of another model shows before a run.
 */
final class WeightCheck {
    private final Layout layout;
    private final Checkpoint checkpoint;
    private final Set<String> expected = new HashSet<>();

    private WeightCheck(Layout layout, Checkpoint checkpoint) {
        this.layout = layout;
        this.checkpoint = checkpoint;
    }

    /** @throws BrokenModel with the sentence to show */
    static Sizes check(ClipConfig config, Layout layout, Checkpoint checkpoint) {
        var sizes = Sizes.of(config, layout, checkpoint);
        var check = new WeightCheck(layout, checkpoint);
        if (config.image().attends()) {
            check.attendingImage(sizes);
        } else {
            check.image(sizes);
        }
        check.text(config.text().head(), sizes);
        check.layers(layout.image(), sizes.image());
        check.layers(layout.text(), sizes.text());
        check.nothingElse();
        return sizes;
    }

    private void image(Sizes sizes) {
        int width = sizes.image().width();
        var names = layout.image().head();
        expect(names.get(0), width, 3, sizes.patch(), sizes.patch());
        expect(names.get(1), width);
        expect(names.get(2), 1 + sizes.patches(), width);
        names.subList(3, 7).forEach(norm -> expect(norm, width));
        projection(names.get(7), sizes.dimensions(), width);
    }

    private void attendingImage(Sizes sizes) {
        int width = sizes.image().width();
        var names = layout.image().head();
        expect(names.get(0), width, 3, sizes.patch(), sizes.patch());
        expect(names.get(1), width);
        var positions = names.get(2);
        boolean timms = checkpoint.names().contains(positions)
                && checkpoint.shape(positions).size() == 3;
        expect(positions, timms ? new int[] {1, sizes.patches(), width} : new int[] {sizes.patches(), width});
        expect(names.get(3), 1, 1, width);
        if (sizes.dimensions() != width) {
            throw new BrokenModel("The config wants vectors of " + sizes.dimensions()
                    + " numbers, the image tower makes" + " them of " + width + "; the files do not belong together.");
        }
    }

    private void text(TextTower.Head head, Sizes sizes) {
        int width = sizes.text().width();
        var names = layout.text().head();
        expect(names.get(0), sizes.vocabulary(), width);
        expect(names.get(1), sizes.context(), width);
        names.subList(2, 4).forEach(norm -> expect(norm, width));
        if (head != TextTower.Head.NONE) {
            projection(names.get(4), sizes.dimensions(), width);
        } else if (sizes.dimensions() != width) {
            throw new BrokenModel("The text tower has no head, so its vectors have " + width + " numbers where those of"
                    + " images have " + sizes.dimensions() + "; the files do not belong together.");
        }
        if (head == TextTower.Head.LINEAR) {
            expect(names.get(5), sizes.dimensions());
        }
    }

    private void projection(String name, int out, int in) {
        expect(name, layout.isTransposed(name) ? new int[] {in, out} : new int[] {out, in});
    }

    private void layers(Layout.Tower names, Transformer tower) {
        int width = tower.width();
        int inner = tower.inner();
        int[][] shapes = {
            {width}, {width}, {width, width}, {width}, {width, width}, {width},
            {width}, {width}, {inner, width}, {inner}, {width, inner}, {width}
        };
        for (int i = 0; i < tower.layers(); i++) {
            for (int k = 0; k < shapes.length; k++) {
                layer(names.inLayer(i, k), k == 2 || k == 3, shapes[k]);
            }
        }
        for (int k = 0; k < names.pool().size(); k++) {
            layer(names.pool().get(k), k == 2 || k == 3, shapes[k]);
        }
    }

    /** Query, key and value lie in three weights, in two (the query alone) or in one. */
    private void layer(List<String> names, boolean attention, int[] shape) {
        for (int i = 0; i < names.size(); i++) {
            int[] whole = shape.clone();
            whole[0] *= attention && i == names.size() - 1 ? 3 - i : 1;
            expect(names.get(i), whole);
        }
    }

    private void expect(String name, int... sizes) {
        expected.add(name);
        if (!checkpoint.names().contains(name)) {
            throw new BrokenModel(
                    "The weights lack “" + name + "”: the file is incomplete, or belongs to another model.");
        }
        var shape = Arrays.stream(sizes).boxed().toList();
        if (!checkpoint.shape(name).equals(shape)) {
            throw new BrokenModel("The weight “" + name + "” has the shape " + checkpoint.shape(name)
                    + " where the config and the other weights want " + shape
                    + "; the files do not belong together, or are those of another kind of model.");
        }
    }

    /** A further weight of a tower would have an effect that is not computed; two tables of numbers have none. */
    private void nothingElse() {
        Stream<String> others = checkpoint.names().stream()
                .filter(layout::isOfTower)
                .filter(name -> !expected.contains(name))
                .filter(name -> !name.endsWith(".position_ids") && !name.endsWith("attn_mask"));
        others.sorted().findFirst().ifPresent(name -> {
            throw new BrokenModel("The weights hold “" + name + "”, which a CLIP model of this config does not have;"
                    + " models built in this way cannot be computed. Use another model.");
        });
    }
}
