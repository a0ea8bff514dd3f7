package codeframe.llm.ask;

import codeframe.llm.prompt.Detail;
import codeframe.llm.prompt.ImageTokens;
import codeframe.llm.server.RequestHabit;
import com.openai.models.chat.completions.ChatCompletionContentPart;
import com.openai.models.chat.completions.ChatCompletionContentPartImage;
import com.openai.models.chat.completions.ChatCompletionContentPartText;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Set;

/** An image as it is sent: upright, made smaller, without the metadata of the original. */
public record SentImage(byte[] bytes, String mediaType, int width, int height) implements SentContent {
    @Override
    public void addTo(
            ChatCompletionCreateParams.Builder request,
            String before,
            String after,
            Detail detail,
            Set<RequestHabit> habits) {
        var parts = new ArrayList<ChatCompletionContentPart>();
        parts.add(text(before + "The image:"));
        parts.add(part(detail, habits));
        if (!after.isEmpty()) {
            // Not a message of its own: templates of many local models want roles to alternate.
            parts.add(text(after));
        }
        request.addUserMessageOfArrayOfContentParts(parts);
    }

    ChatCompletionContentPart part(Detail detail, Set<RequestHabit> habits) {
        var url = ChatCompletionContentPartImage.ImageUrl.builder().url(dataUrl());
        if (!habits.contains(RequestHabit.NO_DETAIL)) {
            url.detail(ChatCompletionContentPartImage.ImageUrl.Detail.of(detail.word()));
        }
        return ChatCompletionContentPart.ofImageUrl(
                ChatCompletionContentPartImage.builder().imageUrl(url.build()).build());
    }

    static ChatCompletionContentPart text(String text) {
        return ChatCompletionContentPart.ofText(
                ChatCompletionContentPartText.builder().text(text).build());
    }

    @Override
    public long tokens(String model, Detail detail) {
        return ImageTokens.of(model, width, height, detail);
    }

    @Override
    public String words() {
        return null;
    }

    @Override
    public int pictures() {
        return 1;
    }

    String dataUrl() {
        return "data:" + mediaType + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }
}
