package codeframe.user;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;

/**
 * Hashes the cast's password so that it is read as any other and costs next to nothing: a hash says how much work it takes,
 * and the tests sign in a thousand times.
 */
public final class TestPasswords {
    private static final Argon2Function LIGHT = Argon2Function.getInstance(64, 1, 1, 32, Argon2.ID);

    private TestPasswords() {}

    public static String hash(String password) {
        return Password.hash(password).addRandomSalt(16).with(LIGHT).getResult();
    }
}
