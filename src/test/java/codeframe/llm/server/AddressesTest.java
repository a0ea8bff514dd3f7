package codeframe.llm.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    private final Addresses addresses = new Addresses(Addresses.SYSTEM);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254",
                "2852039166",
                "0xA9FEA9FE",
                "0251.0376.0251.0376",
                "169.254.43518",
                "169.254.170.2",
                "[fd00:ec2::254]",
                "[::ffff:169.254.169.254]",
                "[64:ff9b::a9fe:a9fe]",
                "[2002:a9fe:a9fe::]",
                "[fe80::1]",
                "100.100.100.200",
                "0.0.0.0",
                "224.0.0.1",
                "metadata.google.internal",
                "METADATA.google.internal.",
                "metadata"
            })
    void what_hands_out_credentials_is_never_asked(String host) {
        assertThatThrownBy(() -> addresses.resolve(host))
                .isInstanceOf(Addresses.Refused.class)
                .hasMessageContaining("credentials");
        assertThat(Addresses.mistake("http://" + host + "/v1"))
                .as("typed into the form")
                .isPresent();
    }

    @Test
    void a_name_that_resolves_to_such_an_address_is_refused() {
        var lying = new Addresses(host -> List.of(InetAddress.getByName("169.254.169.254")));
        assertThatThrownBy(() -> lying.resolve("models.example.org")).isInstanceOf(Addresses.Refused.class);
    }

    @Test
    void one_bad_address_among_good_ones_is_enough() {
        var lying = new Addresses(
                host -> List.of(InetAddress.getByName("93.184.216.34"), InetAddress.getByName("169.254.169.254")));
        assertThatThrownBy(() -> lying.resolve("models.example.org")).isInstanceOf(Addresses.Refused.class);
    }

    @Test
    void this_computer_is_told_from_others() throws Exception {
        assertThat(addresses.isLoopback("127.0.0.1")).isTrue();
        assertThat(addresses.isLoopback("[::1]")).isTrue();
        assertThat(addresses.isLoopback("192.168.1.10")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:11434",
                "ftp://localhost/v1",
                "http://",
                "http://user:secret@localhost/v1",
                "http://localhost/v1?key=1",
                "http://local host/v1",
                ""
            })
    void a_base_url_that_is_none_is_told_in_words(String url) {
        assertThat(Addresses.mistake(url)).isPresent();
    }

    @Test
    void an_ordinary_base_url_is_taken() {
        assertThat(Addresses.mistake("https://api.openai.com/v1")).isEmpty();
        assertThat(Addresses.mistake("http://localhost:11434/v1")).isEmpty();
    }
}
