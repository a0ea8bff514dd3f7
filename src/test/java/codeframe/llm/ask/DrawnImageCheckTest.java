package codeframe.llm.ask;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.llm.server.LlmServer;
import org.junit.jupiter.api.Test;

class DrawnImageCheckTest {
    /** Nothing that it needs is there: the first thing that it does fails. */
    @Test
    void what_nobody_expected_is_told_as_a_finding() {
        var server = new LlmServer(
                1, 1, "other", "Eye", "http://localhost:9/v1", false, "", "", 1, null, null, null, 60, null, null);
        assertThat(new DrawnImageCheck(null, null).ask(server, "eye"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.good()).isFalse();
                    assertThat(finding.sentence()).contains("The test broke off by something unexpected");
                });
    }
}
