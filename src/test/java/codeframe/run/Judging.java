package codeframe.run;

import codeframe.codebook.Variable;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A classifier of the tests' own: how it judges a batch is handed in.
 *
 * @param ready what it does to make ready
 */
record Judging(Function<List<RunImage>, List<Result>> judge, Runnable ready) implements Classifier {
    Judging(Function<List<RunImage>, List<Result>> judge) {
        this(judge, () -> {});
    }

    @Override
    public String kind() {
        return "clip";
    }

    @Override
    public List<Model> models() {
        return List.of(new Model("test", "Test", "", ""));
    }

    @Override
    public boolean codes(Variable variable) {
        return variable.hasPhrases();
    }

    @Override
    public Optional<String> objection(RunPlan plan) {
        return Optional.empty();
    }

    @Override
    public Session prepare(RunPlan plan) {
        ready.run();
        return judge::apply;
    }
}
