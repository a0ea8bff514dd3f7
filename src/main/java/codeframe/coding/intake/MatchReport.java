package codeframe.coding.intake;

import codeframe.web.NumberText;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What became of a file of human codes: every row is either matched or has its reasons.
 *
 * @param rows rows of the table, or tasks of a Label Studio export
 * @param matched rows of which everything was taken
 * @param codes values now stored from this file, whether new, changed, or there before
 * @param unchanged answers that were stored already: all of them, when a file is imported again
 * @param remarks what a reader should know about how the file was read
 * @param changed answers that replaced other ones; those are kept in the history
 */
public record MatchReport(
        long rows,
        long matched,
        long codes,
        long answers,
        long added,
        long changed,
        long unchanged,
        long blank,
        int codebookVersion,
        List<Counted> coders,
        List<Unmatched> unmatched,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<NotTaken> notTaken,
        List<String> remarks) {

    public MatchReport {
        // Reports that were kept before there were remarks have none.
        remarks = remarks == null ? List.of() : List.copyOf(remarks);
    }

    /** A coder of the file and how many images they answered for. */
    public record Counted(long id, String name, long images) {}

    /** Something that was not stored, and why. */
    public record Unmatched(long row, String reason) {}

    /** A kind of thing in the file that codes cannot hold. */
    public record NotTaken(String type, String name, long count, String reason) {}

    /** For the audit trail. */
    String event() {
        return "imported %s of %s: %d added, %d changed"
                .formatted(
                        NumberText.count(answers, "answer", "answers"),
                        NumberText.count(coders.size(), "coder", "coders"),
                        added,
                        changed);
    }
}
