package codeframe.llm.prompt;

import codeframe.codebook.Category;
import codeframe.codebook.Variable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What is asked of every image of a run: one request or several, and which of them depend on earlier answers. */
public final class Askings {
    private final RunPrompt prompt;
    private final long seed;
    private final Steps order;
    private final List<List<Variable>> steps;

    /**
     * @param variables those of the run, in the order of the codebook
     * @param seed of the run, for the order of categories
     */
    public Askings(RunPrompt prompt, List<Variable> variables, long seed) {
        this.prompt = prompt;
        this.seed = seed;
        this.order = new Steps(variables, prompt.options());
        this.steps = order.all();
    }

    /** How many requests an image takes at most. */
    public int steps() {
        return steps.size();
    }

    public List<Variable> variables(int step) {
        return steps.get(step);
    }

    /** By key, in the order of the codebook. */
    public Map<String, Variable> all() {
        return order.chosen();
    }

    public boolean sequential() {
        return prompt.options().showIfSequential();
    }

    /** All requests as they stand when nothing is hidden and nothing shuffled: for pages and for counting tokens. */
    public List<Asking> preview() {
        return IntStream.range(0, steps.size())
                .mapToObj(step -> asking(step, steps.get(step), Variable::categories))
                .toList();
    }

    /** The requests that an image gets when it needs them all. */
    public List<Asking> of(long image) {
        return IntStream.range(0, steps.size())
                .mapToObj(step -> asking(step, image, steps.get(step)))
                .toList();
    }

    public Asking asking(int step, long image, List<Variable> variables) {
        return asking(
                step,
                variables,
                variable -> prompt.options().shuffleCategories()
                        ? Wording.shuffled(variable, seed, image)
                        : variable.categories());
    }

    private Asking asking(int step, List<Variable> variables, Function<Variable, List<Category>> categories) {
        var conditional = order.conditional(variables);
        var text = new PromptText(prompt.parts(), prompt.options().anonymity(), variables, conditional, categories);
        return new Asking(
                step,
                prompt.parts().evidence(),
                text.text(),
                AnswerSchema.of(variables, conditional),
                prompt.options().schema(),
                variables,
                conditional,
                prompt.examples().stream()
                        .map(example -> shot(example, variables))
                        .flatMap(Optional::stream)
                        .toList());
    }

    /** An example that lacks a code of what is asked would teach to leave it out, so it is not shown. */
    private static Optional<FewShotExample> shot(Example example, List<Variable> variables) {
        return AnswerForm.of(variables, example.codes())
                .map(answer -> new FewShotExample(example.image(), answer.toString()));
    }
}
