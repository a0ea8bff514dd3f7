package codeframe.feature.vision;

import codeframe.db.Json;
import codeframe.feature.FeatureRows.Feature;
import codeframe.feature.work.FeatureJob;
import codeframe.feature.work.FeatureRuns;
import codeframe.web.Dollars;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Sends requests, paid by the ledger, and draws the consequences of what comes back. */
final class VisionAsking {
    private static final Duration USUAL_REST = Duration.ofMinutes(1);
    private static final Duration LONGEST_REST = Duration.ofHours(1);

    private final FeatureRuns runs;
    private final VisionServices services;
    private final VisionLedger ledger;
    private final VisionClient door;
    private final Clock clock;

    VisionAsking(FeatureRuns runs, VisionServices services, VisionLedger ledger, VisionClient door, Clock clock) {
        this.runs = runs;
        this.services = services;
        this.ledger = ledger;
        this.door = door;
        this.clock = clock;
    }

    /** What was sent, noted under a number, and what it costs at most. */
    private record Sent(VisionRound round, List<VisionPicture> pack, long id, BigDecimal most) {
        List<Long> images() {
            return VisionAsking.images(pack);
        }
    }

    static List<Long> images(List<VisionPicture> pictures) {
        return pictures.stream().map(VisionPicture::image).toList();
    }

    /** @return for how long to rest; zero where the source goes no further; nothing where it goes on */
    Optional<Duration> send(VisionRound round, List<VisionPicture> pack) {
        var request = new VisionRequest(pack, round.settings().hints());
        var most = pack.stream().map(one -> round.price().of(one.features())).reduce(BigDecimal.ZERO, BigDecimal::add);
        var id = ledger.reserve(round.going().project(), round.source(), request, most);
        if (id.isEmpty()) {
            return halt(
                    round.source(),
                    images(pack),
                    "The cap is reached: the next request may cost up to " + Dollars.text(most)
                            + ". What was found is kept; raise the cap and continue.");
        }
        var sent = new Sent(round, pack, id.get(), most);
        try {
            return consequence(sent, door.annotate(round.service(), request.json()));
        } catch (VisionClient.NoReply none) {
            throw noReply(sent, none.isPerhapsDone(), none.getMessage());
        }
    }

    Optional<Duration> halt(long source, List<Long> images, String sentence) {
        runs.release(source, images);
        runs.fail(source, sentence);
        return Optional.of(Duration.ZERO);
    }

    private FeatureJob.NotNow noReply(Sent sent, boolean perhapsDone, String sentence) {
        if (perhapsDone) {
            ledger.lost(sent.id, sent.most, sentence);
        } else {
            ledger.failed(sent.id, null, sentence);
        }
        runs.release(sent.round.source(), sent.images());
        return new FeatureJob.NotNow(sentence + " What was found is kept; continue to try again.", perhapsDone);
    }

    private Optional<Duration> consequence(Sent sent, VisionClient.Reply reply) {
        var kind = ReplyKind.of(reply);
        if (kind == ReplyKind.ANSWER) {
            return answered(sent, reply.body());
        }
        var words = words(reply);
        if (kind == ReplyKind.TROUBLE || kind == ReplyKind.UNSURE) {
            throw noReply(sent, kind == ReplyKind.UNSURE, VisionService.NAME + " is in trouble (" + words + ").");
        }
        ledger.failed(sent.id, reply.status(), words);
        return switch (kind) {
            case BUSY -> rest(sent, sent.images(), words, reply.pause());
            case REFUSED -> refused(sent, words);
            case FORBIDDEN ->
                halt(
                        sent.round.source(),
                        sent.images(),
                        VisionService.NAME + " does not accept the key: " + words
                                + ". What was found is kept; enter another key and continue.");
            default ->
                halt(
                        sent.round.source(),
                        sent.images(),
                        "Something else than " + VisionService.NAME + " answers at "
                                + sent.round.service().baseUrl() + " (" + words
                                + "). What was found is kept; change the address and continue.");
        };
    }

    private static String words(VisionClient.Reply reply) {
        var message = "";
        try {
            message = Json.MAPPER
                    .readTree(reply.body())
                    .path("error")
                    .path("message")
                    .asText("");
        } catch (JsonProcessingException notJson) {
            // told by its status alone
        }
        return "status " + reply.status() + (message.isEmpty() ? "" : ", “" + VisionAnswer.shortened(message) + "”");
    }

    private Optional<Duration> rest(Sent sent, List<Long> images, String words, Optional<Duration> wait) {
        var rest = wait.filter(time -> !time.isNegative() && !time.isZero()).orElse(USUAL_REST);
        var time = rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
        services.quiet(sent.round.going().project(), clock.instant().plus(time), words);
        runs.release(sent.round.source(), images);
        return Optional.of(time);
    }

    /** Which of several images it is about is found by asking about fewer. */
    private Optional<Duration> refused(Sent sent, String words) {
        int n = sent.pack.size();
        if (n == 1) {
            runs.settle(
                    sent.round.source(), sent.round.going().language(), outcomes(sent.pack.get(0), "refused", words));
            return Optional.empty();
        }
        var second = sent.pack.subList(n / 2, n);
        var rest = send(sent.round, sent.pack.subList(0, n / 2));
        if (rest.isPresent()) {
            runs.release(sent.round.source(), images(second));
            return rest;
        }
        return send(sent.round, second);
    }

    static List<Feature> outcomes(VisionPicture picture, String outcome, String error) {
        return picture.features().stream()
                .map(feature -> new Feature(feature.word(), picture.image(), outcome, "", List.of(), error))
                .toList();
    }

    private Optional<Duration> answered(Sent sent, String body) {
        var responses = responses(sent, body);
        var answers = IntStream.range(0, sent.pack.size())
                .mapToObj(i -> new VisionAnswer(sent.pack.get(i), responses.get(i)))
                .toList();
        var postponed = answers.stream().filter(VisionAnswer::isPostponed).toList();
        var done = answers.stream().filter(one -> !one.isPostponed()).toList();
        var cost = done.stream()
                .map(one -> sent.round.price().of(one.picture().features()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        ledger.answered(
                sent.id,
                sent.round.source(),
                sent.round.going().language(),
                cost,
                done.stream().flatMap(one -> one.features().stream()).toList());
        return postponed.isEmpty()
                ? Optional.empty()
                : rest(
                        sent,
                        postponed.stream().map(one -> one.picture().image()).toList(),
                        postponed.get(0).error(),
                        Optional.empty());
    }

    /** One for each image; a reply that has not is none. */
    private JsonNode responses(Sent sent, String body) {
        try {
            var responses = Json.MAPPER.readTree(body).path("responses");
            if (responses.size() == sent.pack.size()) {
                return responses;
            }
            throw noReply(
                    sent,
                    true,
                    "The reply has answers for " + responses.size() + " of " + sent.pack.size() + " images.");
        } catch (JsonProcessingException notJson) {
            throw noReply(sent, true, "The reply is not JSON, or is cut off.");
        }
    }
}
