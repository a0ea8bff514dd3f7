package codeframe.coding.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecondCodingPlanTest {
    @Test
    void a_share_is_told_as_it_was_typed() {
        assertThat(SecondCodingPlan.ofShare(.125, 14).words())
                .isEqualTo("12.5 % of each coder's images, 14 days after the first coding or later");
        assertThat(SecondCodingPlan.ofShare(.1, 0).words())
                .isEqualTo("10 % of each coder's images, any time after the first coding");
        assertThat(SecondCodingPlan.ofShare(1, 1).words()).startsWith("100 % of");
        assertThat(SecondCodingPlan.ofNumber(1, 1).words()).startsWith("1 image of each coder, 1 day after");
    }
}
