package codeframe.user;

/** Opens the package's password hashing to the cast of the tests. */
public final class TestPasswords {
    private TestPasswords() {}

    public static String hash(String password) {
        return Passwords.hash(password);
    }
}
