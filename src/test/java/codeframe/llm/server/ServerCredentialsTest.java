package codeframe.llm.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerCredentialsTest {
    private static final ServerCredentials CREDENTIALS = new ServerCredentials(
            Optional.of("abc/d\"ef"), "", "", Map.of("X-Org", "house", "X-Team", "house-47", "X-Flag", "yes"));

    @Test
    void what_a_server_repeats_of_them_is_hidden_however_it_is_written() {
        assertThat(CREDENTIALS.hidden("abc/d\"ef of house-47 in house")).isEqualTo("(secret) of (secret) in (secret)");
        assertThat(CREDENTIALS.hidden("{\"error\":\"abc/d\\\"ef, abc\\/d\\\"ef\"}"))
                .isEqualTo("{\"error\":\"(secret), (secret)\"}");
        assertThat(CREDENTIALS.hidden("/login?key=abc%2Fd%22ef")).isEqualTo("/login?key=(secret)");
    }

    @Test
    void what_is_short_stands_in_other_words_too() {
        assertThat(CREDENTIALS.hidden("yes, eyes")).isEqualTo("yes, eyes");
        assertThat(CREDENTIALS.hidden(null)).isNull();
    }
}
