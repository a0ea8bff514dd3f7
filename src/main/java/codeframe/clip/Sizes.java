package codeframe.clip;

import java.util.List;

/** The lengths of all weights: as the config says where it does, else as the first weights of each kind have them. */
record Sizes(Transformer image, Transformer text, int patch, int size, int vocabulary, int context, int dimensions) {

    static Sizes of(ClipConfig config, Layout layout, Checkpoint checkpoint) {
        var patches = shape(checkpoint, layout.image().get(0), 4);
        int patch = either(config.image().patch(), patches.get(2));
        int positions = shape(checkpoint, layout.image().get(2), 2).get(0);
        var tokens = shape(checkpoint, layout.text().get(0), 2);
        var projection = layout.image().get(7);
        int dimensions = shape(checkpoint, projection, 2).get(layout.isTransposed(projection) ? 1 : 0);
        return new Sizes(
                transformer(config.image().transformer(), patches.get(0), layout, layout.imageLayer(), checkpoint),
                transformer(config.text().transformer(), tokens.get(1), layout, layout.textLayer(), checkpoint),
                patch,
                either(config.image().size(), (int) Math.round(Math.sqrt(positions - 1)) * patch),
                either(config.text().vocabulary(), tokens.get(0)),
                either(
                        config.text().context(),
                        shape(checkpoint, layout.text().get(1), 2).get(0)),
                either(config.dimensions(), dimensions));
    }

    private static Transformer transformer(
            Transformer said, int width, Layout layout, String prefix, Checkpoint checkpoint) {
        int layers = 0;
        while (checkpoint.names().contains(layout.inLayer(prefix, layers, 0).get(0))) {
            layers++;
        }
        if (layers == 0) {
            throw new BrokenModel("These weights have no layers, so they are incomplete.");
        }
        if (said.layers() > 0 && said.layers() != layers) {
            throw new BrokenModel("The weights have " + layers + " layers “" + prefix + "…” where the config says "
                    + said.layers() + "; the files do not belong together, or the weights are incomplete.");
        }
        int inner = shape(checkpoint, layout.inLayer(prefix, 0, Layout.INNER).get(0), 2)
                .get(0);
        return new Transformer(
                said.activation(),
                said.epsilon(),
                either(said.width(), width),
                either(said.inner(), inner),
                layers,
                said.heads());
    }

    private static int either(int said, int found) {
        return said > 0 ? said : found;
    }

    private static List<Integer> shape(Checkpoint checkpoint, String name, int dimensions) {
        var shape = checkpoint.shape(name);
        if (shape.size() != dimensions || shape.contains(0)) {
            throw new BrokenModel("The weight “" + name + "” has the shape " + shape + ", which no CLIP model has; the"
                    + " file belongs to another kind of model.");
        }
        return shape;
    }

    int positions() {
        int side = size / patch;
        return 1 + side * side;
    }
}
