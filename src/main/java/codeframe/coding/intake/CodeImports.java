package codeframe.coding.intake;

import codeframe.codebook.Codebook;
import codeframe.codebook.CodebookJson;
import codeframe.codebook.Variable;
import codeframe.web.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Takes human codes over from files: everything in a file is either stored or told with its reason. */
public final class CodeImports {
    private final Jdbi jdbi;

    public CodeImports(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public MatchReport csv(long project, byte[] file, Naming naming) {
        var version = version(project);
        var reading = new AnswerReading(codebook(version));
        return take(project, version, reading, CodesCsv.read(file, naming, reading));
    }

    private HumanCodes.Version version(long project) {
        return jdbi.onDemand(HumanCodes.class)
                .codebook(project)
                .orElseThrow(
                        () -> new Problem.Invalid(
                                "This project has no published codebook yet. Publish one, so that the codes can be read by it."));
    }

    private static Codebook codebook(HumanCodes.Version version) {
        return CodebookJson.read(version.content().text());
    }

    private MatchReport take(long project, HumanCodes.Version version, AnswerReading reading, CodesFile file) {
        return jdbi.inTransaction(handle -> {
            var rows = handle.attach(HumanCodes.class);
            rows.lock(project);
            var names = new ImageNames();
            rows.images(project).forEach(image -> names.add(image.id(), image.path()));
            var unmatched = new ArrayList<>(file.refused());
            var units = units(file, names, reading, unmatched);
            unmatched.addAll(units.contradictions());
            unmatched.sort(java.util.Comparator.comparingLong(CodesFile.Unmatched::row));
            var stored = new CodeStore(handle, project, version.id()).store(units.byCoder());
            return report(file, version.number(), unmatched, stored);
        });
    }

    private static Units units(
            CodesFile file, ImageNames names, AnswerReading reading, Collection<CodesFile.Unmatched> unmatched) {
        var units = new Units();
        for (var answer : file.answers()) {
            try {
                var image = image(names, answer);
                if (answer.coder().isBlank()) {
                    throw new AnswerReading.Refused("No coder is named.");
                }
                var variable = variable(reading, answer);
                units.add(answer, image, variable, reading.codes(variable, answer), Moment.of(answer.createdAt()));
            } catch (AnswerReading.Refused reason) {
                unmatched.add(new CodesFile.Unmatched(answer.row(), reason.getMessage()));
            }
        }
        return units;
    }

    private static long image(ImageNames names, Answer answer) throws AnswerReading.Refused {
        var found = names.find(answer.image());
        if (found.image() == 0) {
            throw new AnswerReading.Refused(found.reason());
        }
        return found.image();
    }

    private static Variable variable(AnswerReading reading, Answer answer) throws AnswerReading.Refused {
        return reading.variable(answer.variable())
                .orElseThrow(
                        () -> new AnswerReading.Refused("The codebook has no variable \"" + answer.variable() + "\"."));
    }

    private static MatchReport report(
            CodesFile file, int version, List<CodesFile.Unmatched> unmatched, CodeStore.Stored stored) {
        var bad = new HashSet<Long>();
        unmatched.forEach(one -> bad.add(one.row()));
        long matched = file.rows().stream().filter(row -> !bad.contains(row)).count();
        return new MatchReport(
                file.rows().size(),
                matched,
                stored.codes(),
                stored.answers(),
                stored.added(),
                stored.changed(),
                stored.answers() - stored.added() - stored.changed(),
                file.blank(),
                version,
                stored.coders(),
                unmatched,
                file.notTaken());
    }
}
