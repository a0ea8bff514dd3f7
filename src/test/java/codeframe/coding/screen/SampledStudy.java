package codeframe.coding.screen;

import codeframe.demo.Kind;
import codeframe.demo.Scene;
import codeframe.report.export.CodedStudy;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jdbi.v3.core.Jdbi;

/** Project 1 with images in a sample and people who code it, as a draw leaves them. */
public final class SampledStudy {
    public static final String CODEBOOK = """
            codebook: Campaign images
            variables:
              - key: image_type
                label: Image type
                type: single
                required: true
                unsure: true
                instruction: Decide by what takes up most of the picture.
                categories:
                  - key: poster
                    label: Poster
                    definition: A printed poster or a sheet made to look like one.
                    include: [Election posters in the street]
                    exclude: [Flyers that somebody holds]
                  - {key: crowd, label: Crowd}
                  - {key: portrait, label: Portrait}
              - key: crowd_size
                label: Size of the crowd
                type: single
                required: true
                show_if: {variable: image_type, is: [crowd]}
                categories:
                  - {key: small, label: Up to twenty}
                  - {key: large, label: More than twenty}
              - key: objects
                label: Objects
                type: multi
                required: true
                categories:
                  - {key: flag, label: Flag}
                  - {key: lectern, label: Lectern}
                  - {key: microphone, label: Microphone}
            """;

    public final CodedStudy study;
    private final Jdbi jdbi;
    public final List<Long> images = new ArrayList<>();

    private SampledStudy(Jdbi jdbi) {
        this.jdbi = jdbi;
        study = new CodedStudy(jdbi);
    }

    public static SampledStudy of(Jdbi jdbi, int images) {
        var sampled = new SampledStudy(jdbi);
        sampled.study.publish(CODEBOOK);
        for (int i = 1; i <= images; i++) {
            sampled.images.add(sampled.study.image("ada/" + i + ".jpg"));
        }
        return sampled;
    }

    /** With pictures that can be looked at. */
    public static SampledStudy drawn(Jdbi jdbi, int images) {
        var sampled = new SampledStudy(jdbi);
        sampled.study.publish(CODEBOOK);
        var kinds = Kind.values();
        for (int i = 1; i <= images; i++) {
            sampled.images.add(sampled.draw(kinds[i % kinds.length], i));
        }
        return sampled;
    }

    private long draw(Kind kind, int number) {
        long image = study.image("ada/%03d.jpg".formatted(number));
        int width = number % 3 == 0 ? 800 : 1200;
        var large = jpeg(Scene.draw(kind, width, 1000, number).image());
        jdbi.useHandle(handle -> {
            handle.execute("""
                    update blob set width = ?, height = 1000, bytes = ?
                    where sha256 = (select sha256 from image where id = ?)
                    """, width, large, image);
            handle.execute("""
                    insert into thumbnail (sha256, width, media_type, bytes)
                    select sha256, 1024, 'image/jpeg', ? from image where id = ?
                    """, large, image);
            handle.execute("""
                    update thumbnail set bytes = ?
                    where width = 256 and sha256 = (select sha256 from image where id = ?)
                    """, jpeg(Scene.draw(kind, width / 5, 200, number).image()), image);
        });
        return image;
    }

    private static byte[] jpeg(BufferedImage image) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A person of the project who codes: made when they are not there yet. */
    public long coder(String email) {
        jdbi.useHandle(handle -> handle.execute("""
                insert into coder (project_id, kind, user_id, name)
                select 1, 'person', id, name from app_user where email = ?
                on conflict (project_id, user_id) where kind = 'person' do nothing
                """, email));
        return number("""
                select c.id from coder c join app_user u on u.id = c.user_id where u.email = '%s' and c.project_id = 1
                """.formatted(email));
    }

    /** A sample of all images in which everybody codes every image; the order of each is that of the images. */
    public long sample(String... emails) {
        return sample(emails.length, emails);
    }

    /** @param wanted how many people code an image */
    public long sample(int wanted, String... emails) {
        long sample = number("""
                insert into sample (project_id, name, purpose, design, codebook_version_id, variables, frame_size, size,
                                    seed, overlap, coders_each)
                select 1, 'Pilot', 'pilot', 'simple', max(id), '{}', %d, %d, 7, 1, %d from codebook_version
                where published_at is not null
                returning id
                """.formatted(images.size(), images.size(), wanted));
        jdbi.useHandle(handle -> {
            handle.execute("""
                    insert into sample_image (sample_id, image_id, probability, overlap, wanted)
                    select ?, unnest(?), 1, ?, ?
                    """, sample, images.toArray(new Long[0]), wanted > 1, wanted);
            for (var email : emails) {
                long coder = coder(email);
                handle.execute("insert into sample_coder (sample_id, coder_id) values (?, ?)", sample, coder);
                handle.execute("""
                        insert into assignment (sample_id, coder_id, image_id, position)
                        select ?, ?, image, place from unnest(?) with ordinality as d(image, place)
                        """, sample, coder, images.toArray(new Long[0]));
            }
        });
        return sample;
    }

    public void close(long sample) {
        jdbi.useHandle(handle -> handle.execute("update sample set closed_at = now() where id = ?", sample));
    }

    public long number(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    public List<String> texts(String sql) {
        return study.texts(sql);
    }

    /** A decision as the browser sends it. */
    public static String decision(UUID id, long image, String answers) {
        return """
                {"decision": "%s", "image": %d, "version": 1, "seconds": 4.3, "note": "", "flagged": false,
                 "answers": %s}""".formatted(id, image, answers);
    }

    public static String decision(long image, String answers) {
        return decision(UUID.randomUUID(), image, answers);
    }

    public static final String POSTER = """
            {"image_type": {"values": ["poster"]}, "objects": {"values": ["flag"]}}""";
}
