package codeframe.llm.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
    private static final String SECRET = "a secret of more than thirty-two characters";

    @TempDir
    Path data;

    @Test
    void what_is_sealed_opens_for_its_place_alone() {
        var keyVault = KeyVault.open(Optional.of(SECRET), data);
        var sealed = keyVault.seal("sk-123", "1 http://a/v1");
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("sk-123");
        assertThat(keyVault.open(sealed, "1 http://a/v1")).contains("sk-123");
        assertThat(keyVault.open(sealed, "1 http://elsewhere/v1")).isEmpty();
        assertThat(KeyVault.open(Optional.of(SECRET + "!"), data).open(sealed, "1 http://a/v1"))
                .isEmpty();
    }

    @Test
    void the_same_key_is_sealed_differently_each_time() {
        var keyVault = KeyVault.open(Optional.of(SECRET), data);
        assertThat(keyVault.seal("sk-123", "p")).isNotEqualTo(keyVault.seal("sk-123", "p"));
    }

    @Test
    void without_a_configured_secret_one_is_made_that_only_its_owner_may_read() throws Exception {
        var sealed = KeyVault.open(Optional.empty(), data).seal("sk-123", "p");
        var file = data.resolve("secret.key");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.readString(file).strip()).hasSizeGreaterThanOrEqualTo(43);
        assertThat(KeyVault.open(Optional.empty(), data).open(sealed, "p")).contains("sk-123");
    }
}
