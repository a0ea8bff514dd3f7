package codeframe.coding.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the form of a new sample proposes. */
class ProposalTest {
    @Test
    void a_name_follows_the_purpose_and_is_not_taken() {
        var taken = List.of("Pilot 1", "Pilot 2", "Test 2");
        assertThat(SampleProposal.of(Purpose.PILOT, taken).name()).isEqualTo("Pilot 3");
        assertThat(SampleProposal.of(Purpose.TEST, taken).name()).isEqualTo("Test 1");
    }

    @Test
    void everybody_codes_all_of_a_pilot() {
        assertThat(SampleProposal.of(Purpose.PILOT, List.of()).overlap()).isEqualTo("100");
        assertThat(SampleProposal.of(Purpose.TEST, List.of()).overlap()).isEqualTo("30");
    }
}
