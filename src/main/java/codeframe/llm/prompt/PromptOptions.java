package codeframe.llm.prompt;

import java.util.List;

/**
 * How a prompt is put to the model.
 *
 * @param anonymity whether the paragraph stands in the prompt that nobody is to be recognised
 * @param showIfSequential whether a conditional variable is asked later, and only where its condition holds
 * @param shuffleCategories whether categories without an order are listed anew for every image, by the run's seed
 * @param examples ids of example images that are shown with their codes before the image itself
 */
public record PromptOptions(
        boolean anonymity,
        Split split,
        boolean showIfSequential,
        boolean shuffleCategories,
        SchemaMode schema,
        List<Long> examples) {

    public static final PromptOptions USUAL =
            new PromptOptions(true, Split.WHOLE, false, false, SchemaMode.STRICT, List.of());

    public PromptOptions {
        split = split == null ? Split.WHOLE : split;
        schema = schema == null ? SchemaMode.STRICT : schema;
        examples = examples == null ? List.of() : List.copyOf(examples);
    }
}
