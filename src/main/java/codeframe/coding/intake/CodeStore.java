package codeframe.coding.intake;

import codeframe.coding.Code;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Writes the answers of imported coders. What is stored already stays untouched; what it replaces goes to the history. */
final class CodeStore {
    private final Handle handle;
    private final HumanCodes rows;
    private final long project;
    private final long version;
    private long codes;
    private long answers;
    private long added;
    private long changed;

    CodeStore(Handle handle, long project, long version) {
        this.handle = handle;
        this.rows = handle.attach(HumanCodes.class);
        this.project = project;
        this.version = version;
    }

    record Stored(long codes, long answers, long added, long changed, List<MatchReport.Counted> coders) {}

    /** A coder's coding of an image as it stands. */
    private static final class Standing {
        private final long coding;
        private final String note;
        private final Map<String, List<Code>> answers = new TreeMap<>();

        Standing(long coding, String note) {
            this.coding = coding;
            this.note = note;
        }
    }

    Stored store(Map<String, Map<Long, AnswerUnits.Said>> byCoder) {
        var coders = new ArrayList<MatchReport.Counted>();
        byCoder.forEach((name, said) -> {
            rows.addCoder(project, name);
            long coder = rows.coder(project, name);
            store(coder, said);
            coders.add(new MatchReport.Counted(coder, name, said.size()));
        });
        return new Stored(codes, answers, added, changed, coders);
    }

    private void store(long coder, Map<Long, AnswerUnits.Said> byImage) {
        var standing = standing(coder);
        var batch = new CodeBatch(handle, project, coder, version);
        byImage.forEach((image, said) -> {
            var before = standing.get(image);
            if (before == null) {
                batch.add(image, said);
                added += said.answers.size();
            } else {
                replace(batch, image, before, said);
            }
            answers += said.answers.size();
            codes += said.answers.values().stream().mapToLong(List::size).sum();
        });
        batch.write();
    }

    private void replace(CodeBatch batch, long image, Standing before, AnswerUnits.Said said) {
        var news = new TreeMap<>(said.answers);
        news.entrySet().removeIf(answer -> same(before.answers.get(answer.getKey()), answer.getValue()));
        long replaced =
                news.keySet().stream().filter(before.answers::containsKey).count();
        boolean noted = !said.note.isBlank() && !said.note.equals(before.note);
        if (replaced > 0 || noted) {
            batch.keep(before.coding, before.note, before.answers);
        }
        if (!news.isEmpty() || noted) {
            batch.replace(before.coding, image, noted ? said.note : before.note, news);
        }
        changed += replaced;
        added += news.size() - replaced;
    }

    private static boolean same(List<Code> stored, List<Code> said) {
        return stored != null && new HashSet<>(stored).equals(new HashSet<>(said));
    }

    private Map<Long, Standing> standing(long coder) {
        var standing = new HashMap<Long, Standing>();
        rows.standing(project, coder).forEach(row -> {
            var of = standing.computeIfAbsent(row.image(), image -> new Standing(row.coding(), row.note()));
            if (row.variable() != null) {
                of.answers
                        .computeIfAbsent(row.variable(), key -> new ArrayList<>())
                        .add(row.code());
            }
        });
        return standing;
    }
}
