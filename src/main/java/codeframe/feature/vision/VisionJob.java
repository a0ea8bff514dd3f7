package codeframe.feature.vision;

import codeframe.feature.work.FeatureJob;
import codeframe.feature.work.FeatureRuns;
import codeframe.image.decode.ImageDecoder;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Asks Google Cloud Vision about the waiting images of a source, in as few requests as take them. */
public final class VisionJob implements FeatureJob {
    private final FeatureRuns runs;
    private final VisionServices services;
    private final VisionLedger ledger;
    private final VisionClient door;
    private final VisionAsking asking;
    private final ImageDecoder decoder;
    private final Clock clock;

    /** The rows that it reads and writes. */
    public record Rows(FeatureRuns runs, VisionServices services, VisionLedger ledger) {}

    public VisionJob(Rows rows, VisionClient door, ImageDecoder decoder, Clock clock) {
        runs = rows.runs();
        services = rows.services();
        ledger = rows.ledger();
        this.door = door;
        this.asking = new VisionAsking(runs, services, ledger, door, clock);
        this.decoder = decoder;
        this.clock = clock;
    }

    @Override
    public Optional<Duration> run(long source, BooleanSupplier over) throws InterruptedException {
        ledger.loseOld();
        return FeatureJob.rounds(
                runs, source, VisionRequest.MOST_IMAGES, over, (going, images) -> round(source, going, images));
    }

    private Optional<Duration> round(long source, FeatureRuns.Going going, List<Long> images) {
        var service = services.service(going.project());
        var objection = service.map(door::objection)
                .orElse(Optional.of("The project has no key for " + VisionService.NAME + " any more."));
        if (objection.isPresent()) {
            return asking.halt(
                    source, images, objection.get() + " What was found is kept; continue when that is changed.");
        }
        var rest = Duration.between(clock.instant(), service.get().quietUntil());
        if (!rest.isNegative() && !rest.isZero()) {
            runs.release(source, images);
            return Optional.of(rest);
        }
        var round = new VisionRound(
                source,
                going,
                service.get(),
                going.settings().as(VisionSettings.class),
                services.price(going.project(), LocalDate.now(clock)).orElse(VisionPrice.DOCUMENTED));
        return ask(round, pictures(round, images));
    }

    /** Those that can be sent; the others have their outcome. */
    private List<VisionPicture> pictures(VisionRound round, List<Long> images) {
        var known = ledger.known(round.source(), images);
        var pictures = new ArrayList<VisionPicture>();
        for (long image : images) {
            var features = round.settings().chosen().stream()
                    .filter(one -> !known.contains(new VisionLedger.Known(image, one.word())))
                    .toList();
            runs.picture(image)
                    .map(bytes -> VisionPicture.of(image, bytes, features, decoder))
                    .ifPresent(pictures::add);
        }
        var unreadable = pictures.stream().filter(one -> !one.isReadable()).toList();
        runs.settle(
                round.source(),
                round.going().language(),
                unreadable.stream()
                        .flatMap(one -> VisionAsking.outcomes(one, "unreadable", one.refusal()).stream())
                        .toList());
        pictures.removeAll(unreadable);
        return pictures;
    }

    /** Until the service wants peace, or the source is to go no further. */
    private Optional<Duration> ask(VisionRound round, List<VisionPicture> pictures) {
        var packs = VisionRequest.packed(pictures);
        for (int i = 0; i < packs.size(); i++) {
            var rest = asking.send(round, packs.get(i));
            if (rest.isPresent()) {
                packs.subList(i + 1, packs.size())
                        .forEach(left -> runs.release(round.source(), VisionAsking.images(left)));
                return rest;
            }
        }
        return Optional.empty();
    }
}
