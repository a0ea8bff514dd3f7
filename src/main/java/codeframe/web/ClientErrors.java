package codeframe.web;

import jakarta.servlet.ServletException;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpException;

/** What libraries throw as an error although what was sent is at fault, told to whoever sent it. */
final class ClientErrors {
    /** PostgreSQL: a character, or an escape in JSON, that no text may hold. In what Java sends that is NUL alone. */
    private static final Set<String> NUL = Set.of("22021", "22P05");

    /** PostgreSQL: more than an index can hold. Forms have limits of their own; this is for the one that was forgotten. */
    private static final String TOO_LONG = "54000";

    private ClientErrors() {}

    static Optional<Problem> of(Exception e) {
        return Causes.of(e).flatMap(cause -> told(cause).stream()).findFirst();
    }

    private static Optional<Problem> told(Throwable cause) {
        if (cause instanceof SQLException sql && NUL.contains(String.valueOf(sql.getSQLState()))) {
            return Optional.of(new Problem.Invalid(
                    "What was sent holds the invisible character NUL, which cannot be kept. Delete it."));
        } else if (cause instanceof SQLException sql && TOO_LONG.equals(sql.getSQLState())) {
            return Optional.of(new Problem.Invalid("One of the texts is too long to be kept. Shorten it."));
        } else if (cause instanceof UnsupportedCharsetException || cause instanceof IllegalCharsetNameException) {
            return Optional.of(new Problem.Invalid("The header names a character set that does not exist; use UTF-8."));
        } else if (cause instanceof HttpException http && http.getCode() == 413) {
            return Optional.of(new Problem.TooLarge("What was sent is larger than this server accepts."));
        } else if (cause instanceof HttpException || cause instanceof ServletException) {
            return Optional.of(
                    new Problem.Invalid("What was sent breaks off or is not in the form that its header says."));
        }
        return Optional.empty();
    }
}
