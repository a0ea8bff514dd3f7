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
        check.image(sizes);
        check.text(sizes);
        check.layers(layout.imageLayer(), sizes.image());
        check.layers(layout.textLayer(), sizes.text());
        check.nothingElse();
        return sizes;
    }

    private void image(Sizes sizes) {
        int width = sizes.image().width();
        var names = layout.image();
        expect(names.get(0), width, 3, sizes.patch(), sizes.patch());
        expect(names.get(1), width);
        expect(names.get(2), sizes.positions(), width);
        names.subList(3, 7).forEach(norm -> expect(norm, width));
        projection(names.get(7), sizes.dimensions(), width);
    }

    private void text(Sizes sizes) {
        int width = sizes.text().width();
        var names = layout.text();
        expect(names.get(0), sizes.vocabulary(), width);
        expect(names.get(1), sizes.context(), width);
        names.subList(2, 4).forEach(norm -> expect(norm, width));
        projection(names.get(4), sizes.dimensions(), width);
    }

    private void projection(String name, int out, int in) {
        expect(name, layout.isTransposed(name) ? new int[] {in, out} : new int[] {out, in});
    }

    private void layers(String prefix, Transformer tower) {
        int width = tower.width();
        int inner = tower.inner();
        int[][] shapes = {
            {width}, {width}, {width, width}, {width}, {width, width}, {width},
            {width}, {width}, {inner, width}, {inner}, {width, inner}, {width}
        };
        for (int i = 0; i < tower.layers(); i++) {
            for (int k = 0; k < shapes.length; k++) {
                layer(layout.inLayer(prefix, i, k), k == 2 || k == 3, shapes[k]);
            }
        }
    }

    /** Query, key and value lie in three weights or in one. */
    private void layer(List<String> names, boolean attention, int[] shape) {
        int[] whole = shape.clone();
        whole[0] *= attention && names.size() == 1 ? 3 : 1;
        names.forEach(name -> expect(name, whole));
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
