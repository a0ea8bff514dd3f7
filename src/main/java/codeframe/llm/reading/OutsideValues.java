package codeframe.llm.reading;

import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import codeframe.db.Json;
import codeframe.llm.answer.ValueMapping;
import codeframe.llm.ask.RunTerms;
import codeframe.llm.prompt.AnswerWords;
import codeframe.project.Events;
import codeframe.run.Run;
import codeframe.run.RunViews;
import codeframe.web.Choice;
import codeframe.web.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;

/** Values of a run that the codebook does not have: shown with counts, mapped once, and the answers read again. */
public final class OutsideValues {
    private static final int MOST_SHOWN = 300;
    private static final int MOST_MAPPED = 1000;
    private static final int LONGEST = 200;

    private final Jdbi jdbi;
    private final StoredAnswers rows;
    private final RunViews views;
    private final Rereading rereading;
    private final Events events;

    public OutsideValues(Jdbi jdbi, RunViews views, Events events) {
        this.jdbi = jdbi;
        this.rows = jdbi.onDemand(StoredAnswers.class);
        this.views = views;
        this.rereading = new Rereading(jdbi);
        this.events = events;
    }

    /**
     * A value as the page shows it.
     *
     * @param means what it is mapped to, empty where it is not
     */
    public record Line(Variable variable, String said, long images, String means, List<Choice> choices) {}

    /** @param readable images whose answers a reading would take */
    public record View(Run run, List<Line> lines, long readable) {
        public boolean isCut() {
            return lines.size() == MOST_SHOWN;
        }
    }

    public View view(Run run, long viewer) {
        var mappings = RunTerms.of(run.parameters()).mappings();
        var variables = views.variables(run);
        var lines = rows.outside(run.projectId(), run.id(), viewer, MOST_SHOWN).stream()
                .flatMap(row -> named(variables, row.variable()).stream()
                        .map(variable -> new Line(
                                variable,
                                row.said(),
                                row.images(),
                                meaning(mappings, row.variable(), row.said()),
                                choices(variable))))
                .toList();
        return new View(run, lines, rows.readable(run.id()));
    }

    private static String meaning(List<ValueMapping> mappings, String variable, String said) {
        return mappings.stream()
                .filter(mapping -> mapping.isOf(variable, said))
                .map(ValueMapping::means)
                .findFirst()
                .orElse("");
    }

    private static Optional<Variable> named(List<Variable> variables, String key) {
        return variables.stream().filter(one -> one.key().equals(key)).findFirst();
    }

    /** What a value of the variable can mean: what the codebook has, and that there is none. */
    private static List<Choice> choices(Variable variable) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", "not mapped"));
        if (variable.type() == VariableType.BOOLEAN) {
            choices.add(new Choice("yes", "yes"));
            choices.add(new Choice("no", "no"));
        }
        variable.categories().forEach(category -> choices.add(new Choice(category.key(), category.label())));
        if (variable.type() == VariableType.MULTI) {
            choices.add(new Choice(Variable.NONE, variable.labelOf(Variable.NONE)));
        }
        var words = AnswerWords.of(variable);
        if (variable.unsure() && variable.type() != VariableType.MULTI) {
            choices.add(new Choice(words.unsure(), "unsure"));
        }
        if (variable.showIf() != null && variable.type() != VariableType.MULTI) {
            choices.add(new Choice(words.notApplicable(), "not applicable"));
        }
        return choices;
    }

    /** @param means empty to take a mapping back */
    public Rereading.Tally map(Run run, ValueMapping wanted, long user) {
        var variable = named(views.variables(run), wanted.variable())
                .orElseThrow(() -> new Problem.Invalid("The run has no variable “" + wanted.variable() + "”."));
        if (choices(variable).stream().noneMatch(choice -> choice.value().equals(wanted.means()))) {
            throw new Problem.Invalid("“" + wanted.means() + "” is nothing that “" + variable.label() + "” can mean.");
        } else if (wanted.said().isBlank() || wanted.said().length() > LONGEST) {
            throw new Problem.Invalid("The value has from 1 to " + LONGEST + " characters.");
        }
        return reading(run, user, told(wanted, variable), stored -> {
            var mappings = new ArrayList<>(stored.mappings());
            mappings.removeIf(one -> one.isOf(wanted.variable(), wanted.said()));
            if (!wanted.means().isEmpty()) {
                mappings.add(wanted);
            }
            if (mappings.size() > MOST_MAPPED) {
                throw new Problem.Invalid("A run maps at most " + MOST_MAPPED + " values.");
            }
            return stored.with(mappings);
        });
    }

    private static String told(ValueMapping wanted, Variable variable) {
        var value = "the value “" + wanted.said() + "” of “" + variable.label() + "”";
        return wanted.means().isEmpty()
                ? "no longer maps " + value + " in"
                : "mapped " + value + " to “" + wanted.means() + "” in";
    }

    public Rereading.Tally readAgain(Run run, long user) {
        return reading(run, user, "read the stored answers again of", stored -> stored);
    }

    /** The run is locked until all is read: nobody maps, reads or continues it meanwhile. */
    private Rereading.Tally reading(Run run, long user, String did, UnaryOperator<RunTerms> change) {
        return jdbi.inTransaction(handle -> {
            var stored = handle.attach(StoredAnswers.class);
            var locked = stored.locked(run.projectId(), run.id());
            if (locked.state().going() || locked.busy()) {
                throw new Problem.Conflict("The run is still at work. Pause it and wait until its last requests are"
                        + " answered, or wait for its end; then its answers can be read again.");
            }
            var terms = change.apply(RunTerms.of(locked.parameters()));
            stored.map(run.projectId(), run.id(), Json.of(terms.mappings()));
            events.add(run.projectId(), user, did + " the run \"" + run.name() + "\"");
            return rereading.all(run, terms, views.variables(run));
        });
    }
}
