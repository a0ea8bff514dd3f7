package codeframe.user;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Argon2id with 19 MiB and two passes, the first choice of OWASP's password storage cheat sheet. */
final class Passwords {
    static final int LEAST_LENGTH = 10;
    private static final int LARGEST = 1_000;
    private static final Argon2Function ARGON2ID = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
    /** Each takes 19 MiB: a crowd at the door waits its turn and does not fill the memory. */
    private static final Semaphore AT_A_TIME =
            new Semaphore(2 * Runtime.getRuntime().availableProcessors());
    /** Checked when no account has the address, so that the answer takes as long. */
    private static final String NOBODY = hash("nobody has this password");

    private Passwords() {}

    static String hash(String password) {
        return inTurn(
                () -> Password.hash(password).addRandomSalt(16).with(ARGON2ID).getResult());
    }

    static boolean matches(String password, String hash) {
        return password.length() <= LARGEST
                && inTurn(() -> Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash)));
    }

    private static <T> T inTurn(Supplier<T> work) {
        AT_A_TIME.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            AT_A_TIME.release();
        }
    }

    static void spendTheTime(String password) {
        matches(password, NOBODY);
    }

    /** What is wrong with a new password, or an empty text. */
    static String mistake(String password) {
        if (password.length() < LEAST_LENGTH) {
            return "Use at least " + LEAST_LENGTH + " characters; a short sentence is a good password.";
        }
        return password.length() > LARGEST ? "Use at most " + LARGEST + " characters." : "";
    }
}
