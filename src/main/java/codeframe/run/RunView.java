package codeframe.run;

import codeframe.codebook.Variable;
import codeframe.image.FilterWords;
import codeframe.web.Choice;
import codeframe.web.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A run as its page shows it.
 *
 * @param parameters what was chosen for this kind of run, in words
 * @param observed what came to light while it was done
 * @param account of a kind that costs money
 * @param speed images a second of late, 0 when nothing moved
 * @param waiting what it waits for, as a sentence, or empty
 * @param again where a new run is chosen that begins with its settings; empty where its kind is no longer there
 * @param failures the first few images that did not get codes
 */
public record RunView(
        RunProgress progress,
        Model model,
        List<Variable> variables,
        List<Choice> parameters,
        Observed observed,
        Optional<Account> account,
        double speed,
        String waiting,
        String again,
        List<Runs.Item> failures) {

    public Run run() {
        return progress.run();
    }

    public String path() {
        return "/projects/" + run().projectId() + "/runs/" + run().id();
    }

    /** "12.4 images/s, 3 min left" while it runs; what happened, when it does not. */
    public String pace() {
        if (run().state() != RunState.RUNNING) {
            return run().state() == RunState.QUEUED ? "A worker begins as soon as one is free." : "";
        }
        if (speed == 0 || !waiting.isEmpty()) {
            return waiting.isEmpty() ? "Getting ready." : waiting;
        }
        return NumberText.decimal(speed, 1) + " " + run().unit().many() + "/s, about "
                + NumberText.duration((long) Math.ceil(progress.open() / speed)) + " left";
    }

    /** Whether anything had to be computed, told only when an earlier run spared something. */
    public String reuse() {
        long settled = progress.settled();
        if (progress.reused() == 0) {
            return "";
        }
        return progress.reused() == settled
                ? "No image had to be computed again: the vectors of an earlier run were used."
                : "For " + NumberText.count(progress.reused()) + " of " + NumberText.count(settled)
                        + " images the vectors of an earlier run were used.";
    }

    /** Everything that was chosen, in words, for the record. */
    public List<Choice> settings() {
        var list = new ArrayList<Choice>();
        list.add(new Choice("Model", model.label()));
        list.add(new Choice("Judges", run().unit().many()));
        list.add(new Choice(run().unit().heading(), FilterWords.of(run().filter())));
        list.add(new Choice("Codebook", "version " + run().codebookVersion()));
        list.add(new Choice(
                "Variables",
                String.join(", ", variables.stream().map(Variable::label).toList())));
        parameters.forEach(parameter ->
                list.add(new Choice(run().unit().said(capital(parameter.value())), parameter.label())));
        observed.facts().forEach(fact -> list.add(new Choice(fact.value(), fact.label())));
        if (run().precision() != null && !run().precision().isEmpty()) {
            list.add(new Choice("Computed in", run().precision()));
        }
        list.add(new Choice("Seed", Long.toString(run().seed())));
        return list;
    }

    public static String capital(String key) {
        var words = key.replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
