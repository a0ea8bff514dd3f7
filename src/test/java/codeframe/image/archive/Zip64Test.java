package codeframe.image.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What large ZIPs say in 64 bits may be any number: it ends in words for that ZIP or that entry, never in a fault. */
final class Zip64Test {
    private static final long LARGEST = 10_000;

    private record Memory(byte[] bytes) implements SeekableBytes {
        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public InputStream from(long offset) {
            return new ByteArrayInputStream(bytes, Math.toIntExact(offset), bytes.length - Math.toIntExact(offset));
        }
    }

    @Test
    void a_zip_of_64_bits_is_read() throws Exception {
        assertThat(readAll(Zip64.of(zip()))).isEqualTo(1);
        assertThat(readAll(Zip64.sized(zip(), 11, packed(), 0))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE - 40, 1L << 40, 10, 100_000})
    void a_locator_that_points_elsewhere_is_told(long at) throws IOException {
        byte[] zip = Zip64.located(zip(), at);
        assertThatThrownBy(() -> readAll(zip)).isInstanceOf(BadZip.class).hasMessageEndingWith(".");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, -12, Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE - 100, 1L << 40})
    void sizes_and_places_that_cannot_be_are_told(long wrong) throws IOException {
        for (byte[] zip : new byte[][] {
            Zip64.sized(zip(), wrong, packed(), 0),
            Zip64.sized(zip(), 11, wrong, 0),
            Zip64.sized(zip(), 11, packed(), wrong),
            Zip64.sized(zip(), wrong, wrong, wrong)
        }) {
            assertThatThrownBy(() -> readAll(zip)).isInstanceOf(BadZip.class).hasMessageEndingWith(".");
            assertThatThrownBy(() -> openAll(zip)).isInstanceOf(BadZip.class).hasMessageEndingWith(".");
        }
    }

    @Test
    void whatever_a_byte_says_it_ends_in_words_or_in_the_right_bytes() throws Exception {
        for (byte[] zip : new byte[][] {Zip64.of(zip()), Zip64.sized(zip(), 11, packed(), 0)}) {
            for (int at = 0; at < zip.length; at++) {
                for (int value : new int[] {0, 1, 0x7f, 0x80, 0xff}) {
                    try {
                        readAll(Zip64.changed(zip, at, value));
                    } catch (BadZip told) {
                        assertThat(told.getMessage()).endsWith(".");
                    }
                }
            }
        }
    }

    private static byte[] zip() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("1.csv"));
            zip.write("image\n1.jpg".getBytes(StandardCharsets.US_ASCII));
        }
        return out.toByteArray();
    }

    private static long packed() throws IOException {
        return LittleEndian.of(zip()).intAt((int) LittleEndian.of(zip()).intAt(zip().length - 6) + 20);
    }

    private interface Read {
        void of(ZipArchive zip, ZipItem item) throws IOException, BadZip;
    }

    private static int each(byte[] bytes, Read read) throws IOException, BadZip {
        var zip = ZipArchive.open(new Memory(bytes));
        int count = 0;
        try (var listing = zip.list()) {
            for (Optional<ZipItem> item = listing.next(); item.isPresent(); item = listing.next()) {
                read.of(zip, item.get());
                count++;
            }
        }
        return count;
    }

    private static int readAll(byte[] bytes) throws IOException, BadZip {
        return each(bytes, (zip, item) -> zip.read(item, LARGEST));
    }

    /** As a table is read. */
    private static int openAll(byte[] bytes) throws IOException, BadZip {
        return each(bytes, (zip, item) -> zip.open(item).close());
    }
}
