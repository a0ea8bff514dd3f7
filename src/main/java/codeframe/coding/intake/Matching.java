package codeframe.coding.intake;

import codeframe.codebook.Variable;
import codeframe.image.table.ImageNames;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Looks every answer of a file up: its image, its coder, its variable, its values. What is not found keeps its reason. */
final class Matching {
    private static final int LONGEST_NAME = 200;

    private final CodesFile file;
    private final ImageNames names;
    private final UnitLeads leads;
    private final ImportedAnswers reading;
    private final Set<MatchReport.Unmatched> unmatched;

    Matching(CodesFile file, ImageNames names, UnitLeads leads, ImportedAnswers reading) {
        this.file = file;
        this.names = names;
        this.leads = leads;
        this.reading = reading;
        unmatched = new LinkedHashSet<>(file.refused());
    }

    AnswerUnits units() {
        file.images().forEach((row, image) -> {
            var found = names.find(image);
            if (found.image() == 0) {
                unmatched.add(new MatchReport.Unmatched(row, found.reason()));
            }
        });
        var units = new AnswerUnits();
        for (var answer : file.answers()) {
            try {
                add(answer, units);
            } catch (ImportedAnswers.Refused reason) {
                unmatched.add(new MatchReport.Unmatched(answer.row(), reason.getMessage()));
            }
        }
        return units;
    }

    private void add(FileAnswer answer, AnswerUnits units) throws ImportedAnswers.Refused {
        var image = image(answer);
        if (answer.coder().isBlank()) {
            throw new ImportedAnswers.Refused("No coder is named.");
        } else if (answer.coder().length() > LONGEST_NAME) {
            throw new ImportedAnswers.Refused("The name of the coder has more than " + LONGEST_NAME + " characters.");
        }
        var variable = variable(answer);
        var about = new AnswerUnits.About(image, leads.of(image, variable, answer.image()));
        units.add(answer, about, variable, reading.codes(variable, answer), Moment.of(answer.createdAt()));
    }

    private long image(FileAnswer answer) throws ImportedAnswers.Refused {
        var found = names.find(answer.image());
        if (found.image() == 0) {
            throw new ImportedAnswers.Refused(found.reason());
        }
        return found.image();
    }

    private Variable variable(FileAnswer answer) throws ImportedAnswers.Refused {
        return reading.variable(answer.variable())
                .orElseThrow(() ->
                        new ImportedAnswers.Refused("The codebook has no variable \"" + answer.variable() + "\"."));
    }

    /** In the order of the file. */
    List<MatchReport.Unmatched> unmatched(AnswerUnits units) {
        unmatched.addAll(units.contradictions());
        return unmatched.stream()
                .sorted(Comparator.comparingLong(MatchReport.Unmatched::row))
                .toList();
    }
}
