package codeframe.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A post of Instagram as the platform sends it to browsers, in either of the two forms that have been met. */
record InstagramItem(JsonNode data) implements CollectedItem {
    static final List<String> COLUMNS = List.of(
            "id",
            "timestamp",
            "author",
            "author_fullname",
            "verified",
            "media_type",
            "num_media",
            "body",
            "url",
            "image_urls",
            "num_likes",
            "num_comments",
            "accessibility_caption",
            "location_name",
            "item_id");

    @Override
    public List<String> cells(String itemId) {
        var author = first("user", "owner");
        var pictures = pictures();
        return List.of(
                code(),
                moment(),
                author.path("username").asText(""),
                author.path("full_name").asText(""),
                author.path("is_verified").asText(""),
                kind(),
                Integer.toString(pictures.size()),
                body(),
                code().isEmpty() ? "" : "https://www.instagram.com/p/" + code() + "/",
                pictures.stream()
                        .map(InstagramItem::address)
                        .filter(url -> !url.isEmpty())
                        .collect(Collectors.joining(",")),
                number("like_count", "edge_media_preview_like"),
                number("comment_count", "edge_media_to_comment"),
                data.path("accessibility_caption").asText(""),
                data.path("location").path("name").asText(""),
                itemId);
    }

    private JsonNode first(String one, String other) {
        return data.hasNonNull(one) ? data.get(one) : data.path(other);
    }

    private String code() {
        return first("code", "shortcode").asText("");
    }

    private String moment() {
        var seconds = first("taken_at", "taken_at_timestamp");
        return seconds.canConvertToLong()
                ? Instant.ofEpochSecond(seconds.asLong()).toString()
                : "";
    }

    /** A carousel is one post with several pictures. */
    private String kind() {
        return switch (data.path("media_type").asInt(typeOfName())) {
            case 1 -> "photo";
            case 2 -> "video";
            case 8 -> "carousel";
            default -> "";
        };
    }

    private int typeOfName() {
        return switch (data.path("__typename").asText("")) {
            case "GraphImage", "XDTGraphImage" -> 1;
            case "GraphVideo", "XDTGraphVideo" -> 2;
            case "GraphSidecar", "XDTGraphSidecar" -> 8;
            default -> 0;
        };
    }

    private String body() {
        var caption = data.path("caption");
        if (caption.isTextual()) {
            return caption.asText();
        }
        return caption.path("text")
                .asText(data.at("/edge_media_to_caption/edges/0/node/text").asText(""));
    }

    private String number(String plain, String counted) {
        return data.hasNonNull(plain)
                ? data.get(plain).asText()
                : data.path(counted).path("count").asText("");
    }

    private List<JsonNode> pictures() {
        var pictures = new ArrayList<JsonNode>();
        data.path("carousel_media").forEach(pictures::add);
        data.path("edge_sidecar_to_children").path("edges").forEach(edge -> pictures.add(edge.path("node")));
        return pictures.isEmpty() ? List.of(data) : pictures;
    }

    /** The largest of its sizes comes first. */
    private static String address(JsonNode picture) {
        return picture.at("/image_versions2/candidates/0/url")
                .asText(picture.path("display_url").asText(""));
    }
}
