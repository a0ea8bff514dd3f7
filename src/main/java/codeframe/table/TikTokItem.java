package codeframe.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A post of TikTok as the platform sends it to browsers, or as it stands in a page. */
record TikTokItem(JsonNode data) implements CollectedItem {
    private static final long YEAR_10000 = 253_402_300_800L;

    static final List<String> COLUMNS = List.of(
            "id",
            "timestamp",
            "author",
            "author_full",
            "author_followers",
            "body",
            "stickers",
            "tiktok_url",
            "duration",
            "is_ad",
            "is_duet",
            "music_name",
            "music_author",
            "likes",
            "comments",
            "shares",
            "plays",
            "hashtags",
            "num_media",
            "location_created");

    @Override
    public List<String> cells(String itemId) {
        var author = data.path("author");
        var account =
                author.isTextual() ? author.asText() : author.path("uniqueId").asText("");
        var id = data.path("id").asText(itemId);
        return List.of(
                id,
                moment(),
                account,
                author.isTextual()
                        ? data.path("nickname").asText("")
                        : author.path("nickname").asText(""),
                data.at("/authorStats/followerCount").asText(""),
                data.path("desc").asText(""),
                listed("stickersOnItem", one -> words(one.path("stickerText"))),
                account.isEmpty() ? "" : "https://www.tiktok.com/@" + account + "/video/" + id,
                data.at("/video/duration").asText(""),
                data.path("isAd").asBoolean() ? "yes" : "no",
                data.at("/duetInfo/duetFromId").asText("0").equals("0") ? "no" : "yes",
                data.at("/music/title").asText(""),
                data.at("/music/authorName").asText(""),
                data.at("/stats/diggCount").asText(""),
                data.at("/stats/commentCount").asText(""),
                data.at("/stats/shareCount").asText(""),
                data.at("/stats/playCount").asText(""),
                listed("textExtra", one -> one.path("hashtagName").asText("")),
                Integer.toString(Math.max(1, data.at("/imagePost/images").size())),
                data.path("locationCreated").asText(""));
    }

    private String moment() {
        var seconds = data.path("createTime").asLong();
        return seconds > 0 && seconds < YEAR_10000
                ? Instant.ofEpochSecond(seconds).toString()
                : "";
    }

    private String listed(String field, Function<JsonNode, String> word) {
        var words = new ArrayList<String>();
        data.path(field).forEach(one -> words.add(word.apply(one)));
        return words.stream().filter(one -> !one.isEmpty()).collect(Collectors.joining(","));
    }

    private static String words(JsonNode list) {
        var words = new ArrayList<String>();
        list.forEach(one -> words.add(one.asText()));
        return String.join(" ", words);
    }
}
