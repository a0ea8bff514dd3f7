package codeframe.llm.server;

import codeframe.web.NumberText;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** No answer came, or none that is one; the message is a sentence for the owner. */
public final class TransportError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of trouble, which decides whether it is worth another try and whether it may have cost something. */
    public enum Kind {
        /** Nobody was reached, so nothing was spent. */
        UNREACHABLE,
        /** The address must not be asked. */
        FORBIDDEN,
        /** The connection broke: the server may have done the work. */
        BROKEN,
        /** No answer came in time: the server may still be at it. */
        TOO_SLOW,
        /** Something answers that does not speak this interface. */
        NO_API
    }

    private final Kind kind;

    TransportError(Kind kind, String sentence) {
        super(sentence);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** JSON of some other kind: nobody knows what was done for it. */
    public static TransportError notAnAnswer() {
        return new TransportError(Kind.BROKEN, "The server's reply holds no answer.");
    }

    public static TransportError notJson(String text) {
        var start = text.stripLeading().toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.startsWith("<html") || start.startsWith("<")) {
            return new TransportError(
                    Kind.NO_API,
                    "A web page answers at this address, not a model. The base URL of most servers ends in /v1.");
        }
        return new TransportError(
                Kind.BROKEN,
                start.isEmpty() ? "The server's reply is empty." : "The server's reply is not JSON, or is cut off.");
    }

    /** @param patience the time that the exchange had */
    static TransportError of(RuntimeException thrown, Duration patience) {
        Throwable cause = thrown;
        var slow = tooSlow(cause);
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
            slow = slow || tooSlow(cause);
        }
        if (cause instanceof Addresses.Refused) {
            return new TransportError(Kind.FORBIDDEN, cause.getMessage());
        } else if (cause instanceof UnknownHostException) {
            return new TransportError(
                    Kind.UNREACHABLE, "There is no computer of that name: " + cause.getMessage() + ".");
        } else if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
            return new TransportError(Kind.UNREACHABLE, "Nothing answers at this address. Is the server running?");
        } else if (isConnect(cause)) {
            return new TransportError(Kind.UNREACHABLE, "Nothing answers at this address for ten seconds.");
        } else if (Thread.currentThread().isInterrupted()) {
            return new TransportError(Kind.BROKEN, "The program was stopping before the answer was there.");
        } else if (slow) {
            return new TransportError(
                    Kind.TOO_SLOW,
                    "The server took longer than " + NumberText.duration(patience.toSeconds()) + " to answer.");
        } else if (cause instanceof SSLException) {
            return new TransportError(
                    Kind.UNREACHABLE,
                    "No secure connection came about (" + cause.getMessage() + "). Is it http, not https?");
        } else if (cause instanceof SocketException) {
            return new TransportError(Kind.BROKEN, "The connection broke before the answer was there.");
        }
        return new TransportError(Kind.BROKEN, "The answer broke off (" + cause.getMessage() + ").");
    }

    /**
     * A client that has waited long enough closes the connection itself, which looks broken at the bottom. One that is
     * interrupted, as when the program stops, throws the same without having waited.
     */
    private static boolean tooSlow(Throwable thrown) {
        return thrown instanceof SocketTimeoutException
                || (thrown instanceof InterruptedIOException && "timeout".equals(thrown.getMessage()));
    }

    private static boolean isConnect(Throwable thrown) {
        return thrown instanceof SocketTimeoutException
                && thrown.getMessage() != null
                && thrown.getMessage().toLowerCase(Locale.ROOT).contains("connect");
    }
}
