package codeframe.llm.ask;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.codebook.CodebookTemplate;
import codeframe.coding.Code;
import codeframe.llm.answer.AnswerParser;
import codeframe.llm.prompt.Askings;
import codeframe.llm.prompt.PromptOptions;
import codeframe.llm.prompt.PromptParts;
import codeframe.llm.prompt.RunPrompt;
import codeframe.run.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterviewTest {
    @Test
    void the_visual_frames_are_asked_in_one_request_and_read_back() {
        var codebook = CodebookTemplate.VISUAL_FRAMES.codebook();
        var prompt = RunPrompt.of(PromptParts.of(codebook), PromptOptions.USUAL, 1, List.of());
        var interview = new Interview(new Askings(prompt, codebook.variables(), 7), 1);
        var asking = interview.next().orElseThrow();
        var reply = """
                {"performance": "CampaignOrPartyEvent", "Environment": {"Environment": "Outdoors", "Location": "StreetOrPlaza"},
                 "DressStyle_DressStyle": "formal", "DressStyle_RolledUpSleeves": false}""";
        interview.take(AnswerParser.read(reply, null, "stop", asking));
        assertThat(interview.next()).isEmpty();
        assertThat(interview.mistakes()).isEmpty();
        assertThat(interview.outcome()).isEqualTo(Outcome.CODED);
        assertThat(interview.codes())
                .containsExactly(
                        Code.of("performance", "campaign_or_party_event"),
                        Code.of("environment", "outdoors"),
                        Code.of("location", "street_or_plaza"),
                        Code.of("dress_style", "formal"),
                        Code.of("rolled_up_sleeves", "no"));
    }
}
