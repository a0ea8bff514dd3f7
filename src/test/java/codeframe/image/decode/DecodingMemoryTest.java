package codeframe.image.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.IIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DecodingMemoryTest {
    private static final ImageLimits LIMITS = new ImageLimits(5_000_000, 1_000_000_000);

    private static byte[] jpeg() {
        return Drawn.encoded(Drawn.quarters(600, 400, BufferedImage.TYPE_3BYTE_BGR), "jpeg");
    }

    /** Rows and columns stand behind the length and the precision of a start of frame (ITU-T T.81, B.2.2). */
    private static byte[] saying(int edge, byte[] jpeg) {
        for (int at = 2; ; at++) {
            if ((jpeg[at] & 0xff) == 0xff && (jpeg[at + 1] & 0xff) == 0xc0) {
                for (int i : new int[] {at + 5, at + 7}) {
                    jpeg[i] = (byte) (edge >> 8);
                    jpeg[i + 1] = (byte) edge;
                }
                return jpeg;
            }
        }
    }

    private static String reason(ImageDecoder decoder, byte[] bytes) {
        return decoder.decode(bytes, verdict -> verdict.map(picture -> "a picture", Verdict.Rejected::reason));
    }

    @Test
    void what_would_not_even_fit_alone_is_refused_by_its_header_with_the_setting() {
        var little = new ImageDecoder(LIMITS, new DecodingRoom(800_000));
        assertThat(reason(little, jpeg()))
                .isEqualTo(
                        "The JPEG picture needs about 1 MB of memory to be decoded, which is too large for this server's"
                                + " memory: it has room for 0 MB. Give the program more (-Xmx) and try again.");
        assertThat(reason(new ImageDecoder(LIMITS, new DecodingRoom(4_000_000)), jpeg()))
                .isEqualTo("a picture");
    }

    /** Its pixels fill an array as long as there can be, which is more than the tests' 2 GB have room for. */
    @Test
    void memory_that_runs_out_all_the_same_is_no_damage() {
        var trusting = new ImageDecoder(LIMITS, new DecodingRoom(1L << 40));
        assertThat(reason(trusting, saying(26_700, jpeg())))
                .contains("too large for this server's memory")
                .doesNotContain("cannot be decoded");
    }

    /** Decoders make input errors of whatever stops them, which would read as damage. */
    @Test
    void memory_that_ran_out_is_found_however_deep_a_decoder_hid_it() {
        var hidden = new IIOException(
                "Unable to allocate the destination", new IllegalStateException(new OutOfMemoryError("heap")));
        assertThatThrownBy(() -> Decoding.rethrowMemory(hidden)).isInstanceOf(OutOfMemoryError.class);
        assertThatCode(() -> Decoding.rethrowMemory(new IIOException("Not a JPEG", new EOFException())))
                .doesNotThrowAnyException();
    }

    @Test
    void memory_that_runs_out_while_looking_is_tried_again_alone_and_then_told() {
        var looked = new AtomicInteger();
        var decoder = new ImageDecoder(LIMITS, new DecodingRoom(100_000_000));
        assertThat(decoder.<String>decode(
                        jpeg(),
                        verdict -> verdict.map(
                                picture -> {
                                    looked.incrementAndGet();
                                    throw new OutOfMemoryError("for a thumbnail");
                                },
                                Verdict.Rejected::reason)))
                .contains("too large for this server's memory");
        assertThat(looked).hasValue(2);
    }

    @Test
    void pictures_wait_for_room_and_one_that_needs_more_than_the_shared_part_is_alone() throws Exception {
        var room = new DecodingRoom(100_000_000);
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var start = new CountDownLatch(1);
        var all = new CompletableFuture<?>[12];
        for (int i = 0; i < all.length; i++) {
            // Two of 25 MB fit into the shared 60; the largest one takes all of it.
            long need = i % 4 == 3 ? 80_000_000 : 25_000_000;
            all[i] = CompletableFuture.runAsync(
                    () -> {
                        await(start);
                        room.with(need, () -> {
                            int others = inside.getAndAdd(need > 60_000_000 ? 2 : 1);
                            most.accumulateAndGet(others + (need > 60_000_000 ? 2 : 1), Math::max);
                            Thread.yield();
                            inside.addAndGet(need > 60_000_000 ? -2 : -1);
                            return "";
                        });
                    },
                    task -> new Thread(task).start());
        }
        start.countDown();
        CompletableFuture.allOf(all).get();
        assertThat(most.get()).isLessThanOrEqualTo(2);
        assertThat(inside).hasValue(0);
    }

    private static void await(CountDownLatch start) {
        try {
            start.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_picture_keeps_its_room_until_it_was_looked_at() throws InterruptedException, ExecutionException {
        var decoder = new ImageDecoder(LIMITS, new DecodingRoom(2_500_000));
        var looking = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var first = CompletableFuture.supplyAsync(() -> decoder.decode(jpeg(), verdict -> {
            looking.countDown();
            await(end);
            return "first";
        }));
        await(looking);
        var second = CompletableFuture.supplyAsync(() -> decoder.decode(jpeg(), verdict -> "second"));
        while (!decoder.isWaitedFor()) {
            Thread.sleep(5);
        }
        assertThat(second).isNotDone();
        end.countDown();
        assertThat(first.get()).isEqualTo("first");
        assertThat(second.get()).isEqualTo("second");
    }
}
