package codeframe.clip;

import java.util.List;

/** The lengths of all weights: as the config says where it does, else as the first weights of each kind have them. */
record Sizes(Transformer image, Transformer text, int patch, int size, int vocabulary, int context, int dimensions) {

    static Sizes of(ClipConfig config, Layout layout, Checkpoint checkpoint) {
        var patches = shape(checkpoint, layout.image().head().get(0), 4);
        int patch = either(config.image().patch(), patches.get(2));
        int positions = positions(checkpoint, layout) - config.image().marks();
        var tokens = shape(checkpoint, layout.text().head().get(0), 2);
        return new Sizes(
                transformer(config.image().transformer(), patches.get(0), layout.image(), checkpoint),
                transformer(config.text().transformer(), tokens.get(1), layout.text(), checkpoint),
                patch,
                either(config.image().size(), (int) Math.round(Math.sqrt(positions)) * patch),
                either(config.text().vocabulary(), tokens.get(0)),
                either(
                        config.text().context(),
                        shape(checkpoint, layout.text().head().get(1), 2).get(0)),
                either(config.dimensions(), dimensions(config, layout, checkpoint)));
    }

    /** timm's table of positions has one more dimension, of length 1, in front. */
    private static int positions(Checkpoint checkpoint, Layout layout) {
        var name = layout.image().head().get(2);
        int dimensions = checkpoint.shape(name).size() == 3 ? 3 : 2;
        return shape(checkpoint, name, dimensions).get(dimensions - 2);
    }

    /** Where a question attends to the patches, their width is that of the vectors. */
    private static int dimensions(ClipConfig config, Layout layout, Checkpoint checkpoint) {
        if (config.image().attends()) {
            return shape(checkpoint, layout.image().head().get(0), 4).get(0);
        }
        var projection = layout.image().head().get(7);
        return shape(checkpoint, projection, 2).get(layout.isTransposed(projection) ? 1 : 0);
    }

    private static Transformer transformer(Transformer said, int width, Layout.Tower tower, Checkpoint checkpoint) {
        int layers = 0;
        while (checkpoint.names().contains(tower.inLayer(layers, 0).get(0))) {
            layers++;
        }
        if (layers == 0) {
            throw new BrokenModel("These weights have no layers, so they are incomplete.");
        }
        if (said.layers() > 0 && said.layers() != layers) {
            throw new BrokenModel(
                    "The weights have " + layers + " layers “" + tower.prefix() + "…” where the config says "
                            + said.layers() + "; the files do not belong together, or the weights are incomplete.");
        }
        int inner = shape(checkpoint, tower.inLayer(0, Layout.INNER).get(0), 2).get(0);
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

    /** In how many squares the image tower sees an image. */
    int patches() {
        int side = size / patch;
        return side * side;
    }
}
