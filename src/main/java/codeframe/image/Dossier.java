package codeframe.image;

import codeframe.image.video.Videos;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Everything about one image, as its page shows it. */
public record Dossier(
        Images.Image image,
        List<Images.Appearance> appearances,
        List<Images.Sibling> siblings,
        List<Images.Path> paths,
        List<Cell> metadata,
        List<String> withheld,
        List<Coding> codings,
        List<ImageFeatures.Known> features,
        List<ImageCodes.Happened> history,
        Turned turned,
        Moving moving) {

    public record Cell(String column, String value) {}

    /** What one coder said; {@code codes} has one entry per value. */
    public record Coding(ImageCodes.Code head, List<ImageCodes.Code> codes) {}

    /** The objects that have a place, of every source. */
    public List<Detection> boxes() {
        return features.stream().flatMap(known -> known.boxes().stream()).toList();
    }

    public String boxNames() {
        return boxes().stream().map(Detection::name).distinct().collect(Collectors.joining(", "));
    }

    public String boxSources() {
        return features.stream()
                .filter(known -> !known.boxes().isEmpty())
                .map(known -> known.source() + " v" + known.version())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** From image to image on the gallery's wall; null at either end. */
    public record Way(Wall wall, Long before, Long after) {
        public String back(long image) {
            return wall.with("near=" + image) + "#image-" + image;
        }
    }

    /**
     * Whether the file's mark for turning it makes people see another picture than is stored, and which machines saw
     * the stored one.
     */
    public record Turned(boolean turned, List<String> seenAsStored) {}

    /** Where a dossier is read from. */
    public record Source(
            Images images, ImageCodes codes, ImageFeatures features, TurnedPictures turned, Videos videos) {}

    /** What is known of a video, with its frames in time; and of a frame where it belongs. */
    public record Moving(Optional<Videos.Facts> facts, List<Videos.Frame> frames, Optional<Videos.Place> place) {}

    static Dossier of(Source source, long project, Images.Image image, long viewer) {
        var images = source.images;
        var codes = source.codes;
        long id = image.id();
        return new Dossier(
                image,
                images.appearances(project, id),
                images.siblings(project, id),
                images.paths(project, id),
                metadata(image),
                codes.withheld(project, id, viewer),
                codings(codes.codes(project, id, viewer)),
                source.features.of(project, id, viewer),
                history(codes, project, id, viewer),
                turned(source, project, image, viewer),
                moving(source.videos, project, image));
    }

    private static Moving moving(Videos videos, long project, Images.Image image) {
        return switch (image.medium()) {
            case "video" ->
                new Moving(videos.facts(project, image.id()), videos.frames(project, image.id()), Optional.empty());
            case "frame" -> new Moving(Optional.empty(), List.of(), videos.place(project, image.id()));
            default -> new Moving(Optional.empty(), List.of(), Optional.empty());
        };
    }

    private static Turned turned(Source source, long project, Images.Image image, long viewer) {
        return !image.isVideo() && source.turned.isTurned(image.sha256(), source.images)
                ? new Turned(true, source.turned.seenAsStored(project, image.id(), viewer))
                : new Turned(false, List.of());
    }

    private static List<Cell> metadata(Images.Image image) {
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < image.columns().size(); i++) {
            cells.add(new Cell(image.columns().get(i), image.cells().get(i)));
        }
        return cells;
    }

    static List<Coding> codings(List<ImageCodes.Code> codes) {
        Map<List<Long>, Coding> codings = new LinkedHashMap<>();
        for (var code : codes) {
            codings.computeIfAbsent(
                            List.of(code.coding(), (long) code.occasion()), none -> new Coding(code, new ArrayList<>()))
                    .codes()
                    .add(code);
        }
        return List.copyOf(codings.values());
    }

    private static List<ImageCodes.Happened> history(ImageCodes codes, long project, long id, long viewer) {
        var history = new ArrayList<>(codes.imported(project, id));
        history.addAll(codes.corrected(project, id));
        history.addAll(codes.coded(project, id, viewer));
        codes.earlier(project, id, viewer)
                .forEach(earlier -> history.add(new ImageCodes.Happened(
                        earlier.at(),
                        earlier.coder() + " changed the codes; before: "
                                + earlier.was().text())));
        history.sort(Comparator.comparing(ImageCodes.Happened::at));
        return history;
    }
}
