package codeframe.llm.ask;

import codeframe.codebook.Variable;
import codeframe.coding.Code;
import codeframe.db.Json;
import codeframe.run.Result;
import java.util.LinkedHashMap;
import java.util.List;

/** What all answers about one image come to. */
public final class AnsweredImage {
    private AnsweredImage() {}

    /**
     * @param interviews one for each sample, all asked and answered
     * @param ms all the time it took since it was begun
     */
    public static Result.Done done(long image, List<Interview> interviews, List<Variable> variables, int ms) {
        var agreed = Consensus.of(interviews, variables);
        var mistakes = interviews.stream()
                .flatMap(interview -> interview.mistakes().stream())
                .distinct()
                .toList();
        var sentence = mistakes.isEmpty() ? null : String.join(" ", mistakes.subList(0, Math.min(3, mistakes.size())));
        var codes = agreed.outcome().hasCodes() ? agreed.codes() : List.<Code>of();
        return new Result.Done(image, agreed.outcome(), codes, sentence, false, ms, detail(interviews, mistakes));
    }

    /** Values outside the codebook are a key of their own only where there are some, which is what they are sought by. */
    private static Json detail(List<Interview> interviews, List<String> mistakes) {
        var detail = new LinkedHashMap<String, Object>();
        detail.put(
                "answers",
                interviews.stream()
                        .flatMap(interview -> interview.answers().stream())
                        .map(answer -> answer.raw())
                        .toList());
        detail.put("mistakes", mistakes);
        var outside = interviews.stream()
                .flatMap(interview -> interview.outside().stream())
                .distinct()
                .toList();
        if (!outside.isEmpty()) {
            detail.put("outside", outside);
        }
        return Json.of(detail);
    }

    static Result.Done failed(long image, ImageFailed failed, int ms) {
        return new Result.Done(image, failed.outcome(), List.of(), failed.getMessage(), false, ms, null);
    }
}
