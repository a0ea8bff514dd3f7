package codeframe.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitorAddressTest {
    private static final String PEER = "10.0.0.1";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 203.0.113.9               | 10.0.0.1",
                "1 | 203.0.113.9               | 203.0.113.9",
                "1 | 6.6.6.6, 203.0.113.9      | 203.0.113.9",
                "2 | 6.6.6.6, 203.0.113.9, 10.0.0.7 | 203.0.113.9",
                "2 | 203.0.113.9               | 203.0.113.9",
                "3 | 6.6.6.6, 203.0.113.9      | 6.6.6.6",
                "1 | 203.0.113.9:51234         | 203.0.113.9",
                "1 | 2001:db8::7               | 2001:db8::7",
                "1 | [2001:db8::7]:51234       | 2001:db8::7",
                "1 | 203.0.113.9,              | 10.0.0.1",
                "1 | unknown                   | 10.0.0.1",
                "1 | <script>                  | 10.0.0.1",
            })
    void the_entry_counts_that_our_own_outermost_proxy_wrote(int proxies, String header, String address) {
        assertThat(new VisitorAddress(proxies).of(PEER, List.of(header))).isEqualTo(address);
    }

    @Test
    void a_line_the_visitor_wrote_stands_before_the_line_of_the_proxy() {
        assertThat(new VisitorAddress(1).of(PEER, List.of("6.6.6.6", "203.0.113.9")))
                .isEqualTo("203.0.113.9");
        assertThat(new VisitorAddress(2).of(PEER, List.of("6.6.6.6, 7.7.7.7", "203.0.113.9", "10.0.0.7")))
                .isEqualTo("203.0.113.9");
    }

    @Test
    void without_the_header_it_is_whoever_opened_the_connection() {
        assertThat(new VisitorAddress(1).of(PEER, List.of())).isEqualTo(PEER);
    }
}
