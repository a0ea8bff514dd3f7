package codeframe.web;

import java.util.List;
import java.util.OptionalInt;

/** A refusal, thrown once and drawn once by {@link Problems}; its message is a sentence for the person. */
public abstract class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<Mistake> mistakes;

    /** One thing wrong in what was sent: {@code key} names its field, {@code line} is 0 where there is none. */
    public record Mistake(String key, int line, String message) {
        /** What is wrong with a field of a form, or null. */
        public static String of(List<Mistake> mistakes, String field) {
            return mistakes.stream()
                    .filter(mistake -> mistake.key().equals(field))
                    .map(Mistake::message)
                    .findFirst()
                    .orElse(null);
        }
    }

    private Problem(int status, String message, List<Mistake> mistakes) {
        super(message, null, false, false);
        this.status = status;
        this.mistakes = List.copyOf(mistakes);
    }

    public int status() {
        return status;
    }

    public List<Mistake> mistakes() {
        return mistakes;
    }

    /** After how many seconds the same request may be sent again, where that is known. */
    public OptionalInt retryAfter() {
        return OptionalInt.empty();
    }

    /** What a status is called, for the heading of the page and the {@code title} of the JSON. */
    public String title() {
        return switch (status) {
            case 401 -> "Sign in first";
            case 403 -> "Not allowed";
            case 404 -> "Not found";
            case 409 -> "Changed meanwhile";
            case 410 -> "Removed";
            case 413 -> "Too large";
            case 429 -> "Too many attempts";
            case 503 -> "Not available";
            default -> "That did not work";
        };
    }

    public static final class NotFound extends Problem {
        private static final long serialVersionUID = 1L;

        public NotFound(String what) {
            super(404, "There is no such " + what + " here, or you have no access to it.", List.of());
        }
    }

    /** A link that somebody was sent and that is used up, withdrawn or too old; nobody is told which, nor whether it ever was. */
    public static final class LinkOver extends Problem {
        private static final long serialVersionUID = 1L;

        /** @param sentence how such links end, and who makes a new one */
        public LinkOver(String sentence) {
            super(404, sentence, List.of());
        }

        @Override
        public String title() {
            return "This link does not work any more";
        }
    }

    /** It was there, and somebody took it away. */
    public static final class Gone extends Problem {
        private static final long serialVersionUID = 1L;

        public Gone(String sentence) {
            super(410, sentence, List.of());
        }
    }

    public static final class SignInNeeded extends Problem {
        private static final long serialVersionUID = 1L;

        public SignInNeeded() {
            this("Sign in, or send an API token as \"Authorization: Bearer TOKEN\".");
        }

        public SignInNeeded(String sentence) {
            super(401, sentence, List.of());
        }
    }

    public static final class Forbidden extends Problem {
        private static final long serialVersionUID = 1L;

        public Forbidden(String sentence) {
            super(403, sentence, List.of());
        }
    }

    public static final class Conflict extends Problem {
        private static final long serialVersionUID = 1L;

        public Conflict(String sentence) {
            super(409, sentence, List.of());
        }
    }

    public static final class Invalid extends Problem {
        private static final long serialVersionUID = 1L;

        public Invalid(String sentence) {
            super(422, sentence, List.of());
        }

        public Invalid(String sentence, List<Mistake> mistakes) {
            super(422, sentence, mistakes);
        }
    }

    public static final class TooLarge extends Problem {
        private static final long serialVersionUID = 1L;

        public TooLarge(String sentence) {
            super(413, sentence, List.of());
        }
    }

    public static final class TooManyAttempts extends Problem {
        private static final long serialVersionUID = 1L;

        public TooManyAttempts(String sentence) {
            super(429, sentence, List.of());
        }
    }

    public static final class Unavailable extends Problem {
        private static final long serialVersionUID = 1L;

        public Unavailable(String sentence) {
            super(503, sentence, List.of());
        }
    }

    /** More is asked at the same time than is worked on; a script may ask again after these seconds. */
    public static final class Busy extends Problem {
        private static final long serialVersionUID = 1L;

        private final int seconds;

        public Busy(String sentence, int seconds) {
            super(503, sentence, List.of());
            this.seconds = seconds;
        }

        @Override
        public OptionalInt retryAfter() {
            return OptionalInt.of(seconds);
        }
    }

    /** The request needs more memory than is free; those of others go on. */
    public static final class NoMemory extends Problem {
        private static final long serialVersionUID = 1L;

        public NoMemory() {
            super(
                    503,
                    "This needs more memory than the server has free. Nothing you saved is lost. Ask for less at a time"
                            + " (fewer images, units, labels or columns), or give the server more memory (-Xmx).",
                    List.of());
        }
    }

    /** An error of ours: the log has the cause, the person is told what it means for them. */
    public static final class Mishap extends Problem {
        private static final long serialVersionUID = 1L;

        public Mishap() {
            super(
                    500,
                    "Something went wrong on the server; it is noted in its log. Nothing you saved is lost.",
                    List.of());
        }
    }
}
