package codeframe.llm.ask;

import codeframe.db.Json;
import codeframe.feature.telling.FeatureTerms;
import codeframe.llm.answer.ValueMapping;
import codeframe.llm.prompt.Detail;
import codeframe.llm.prompt.RunPrompt;
import java.math.BigDecimal;
import java.util.List;

/**
 * Everything that was settled when a run by a multimodal model was asked for, as its parameters keep it.
 *
 * @param edge longest edge of an image as it is sent
 * @param format jpeg or png
 * @param temperature null to send none, which some models insist on
 * @param maxTokens of one answer
 * @param samples how often each question is put; the share of the most frequent answer is its confidence
 * @param batch whether requests are handed over together, to be done within a day for less
 * @param cap in dollars
 * @param examples images that the model is shown with their codes; they are left out of evaluations
 * @param habits in which requests are written otherwise for the server, see {@link codeframe.llm.server.RequestHabit};
 *     none in the parameters of runs from before
 * @param mappings what values outside the codebook mean, as people decided after they had come
 * @param fields what else of the request was chosen by hand; as usual in runs from before
 * @param post what of the image's post is sent with it; nothing in runs from before
 * @param unitPictures how many pictures or frames of a post or video are sent at most; 0 where images are judged one by one
 * @param features what is told of each image in its place; null where the image itself is sent
 */
public record RunTerms(
        long server,
        Detail detail,
        int edge,
        String format,
        Double temperature,
        int maxTokens,
        int samples,
        boolean batch,
        BigDecimal cap,
        BigDecimal estimateLow,
        BigDecimal estimateHigh,
        List<Long> examples,
        RunPrompt prompt,
        List<String> habits,
        List<ValueMapping> mappings,
        RequestFields fields,
        PostTerms post,
        int unitPictures,
        FeatureTerms features) {
    public RunTerms {
        habits = habits == null ? List.of() : List.copyOf(habits);
        mappings = mappings == null ? List.of() : List.copyOf(mappings);
        post = post == null ? PostTerms.NOTHING : post;
        fields = fields == null ? RequestFields.USUAL : fields;
    }

    public RunTerms with(List<ValueMapping> others) {
        return new RunTerms(
                server,
                detail,
                edge,
                format,
                temperature,
                maxTokens,
                samples,
                batch,
                cap,
                estimateLow,
                estimateHigh,
                examples,
                prompt,
                habits,
                others,
                fields,
                post,
                unitPictures,
                features);
    }

    public static RunTerms of(Json parameters) {
        return parameters.as(RunTerms.class);
    }
}
