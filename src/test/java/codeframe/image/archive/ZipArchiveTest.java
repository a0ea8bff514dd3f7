package codeframe.image.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

final class ZipArchiveTest {

    private record Memory(byte[] bytes) implements SeekableBytes {
        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public InputStream from(long offset) {
            return new ByteArrayInputStream(bytes, (int) offset, bytes.length - (int) offset);
        }
    }

    @Test
    void entries_are_listed_with_their_folders_and_read() throws Exception {
        var zip = ZipArchive.open(new Memory(zip("a/b/1.jpg", "a/ü.jpg", "../../etc/passwd")));
        assertThat(names(zip)).containsExactly("a/b/1.jpg", "a/ü.jpg", "../../etc/passwd");
        assertThat(new String(zip.read(item(zip, "a/ü.jpg"), 1000), StandardCharsets.UTF_8))
                .startsWith("content of a/ü.jpg");
    }

    @Test
    void a_stored_entry_is_read() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            var entry = new ZipEntry("1.txt");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(3);
            var crc = new CRC32();
            crc.update(new byte[] {1, 2, 3});
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            zip.write(new byte[] {1, 2, 3});
        }
        var zip = ZipArchive.open(new Memory(out.toByteArray()));
        assertThat(zip.read(item(zip, "1.txt"), 3)).containsExactly(1, 2, 3);
    }

    @Test
    void more_entries_than_a_plain_zip_can_count_are_all_there() throws Exception {
        var names = new String[70_000];
        Arrays.setAll(names, i -> "i/" + i);
        var zip = ZipArchive.open(new Memory(zip(names)));
        assertThat(zip.files()).isEqualTo(70_000);
        assertThat(names(zip)).hasSize(70_000).endsWith("i/69999");
        assertThat(zip.read(item(zip, "i/66000"), 1000)).isNotEmpty();
    }

    @Test
    void a_count_that_is_too_low_hides_no_file() throws Exception {
        byte[] bytes = zip("1.jpg", "2.jpg", "3.jpg");
        bytes[bytes.length - 22 + 8] = 1;
        bytes[bytes.length - 22 + 10] = 1;
        var zip = ZipArchive.open(new Memory(bytes));
        assertThat(zip.files()).isEqualTo(3);
        assertThat(names(zip)).containsExactly("1.jpg", "2.jpg", "3.jpg");
    }

    @Test
    void whatever_a_byte_says_no_file_is_lost_without_a_word() throws Exception {
        byte[] bytes = zip("1.jpg", "2.jpg", "3.jpg");
        for (int at = 0; at < bytes.length; at++) {
            for (int value : new int[] {0, 1, 2, 0x7f, 0x80, 0xff}) {
                byte[] changed = bytes.clone();
                changed[at] = (byte) value;
                assertThat(readOrTold(changed)).as("byte %d as %d", at, value).isTrue();
            }
        }
    }

    private static boolean readOrTold(byte[] bytes) throws Exception {
        try {
            var zip = ZipArchive.open(new Memory(bytes));
            int read = 0;
            for (ZipItem item : items(zip)) {
                zip.read(item, 10_000);
                read++;
            }
            return read == 3;
        } catch (BadZip told) {
            return told.getMessage().endsWith(".");
        }
    }

    @Test
    void folders_are_not_counted_as_files() throws Exception {
        var zip = ZipArchive.open(new Memory(zip("a/", "a/b/", "a/b/1.jpg", "2.jpg")));
        assertThat(zip.files()).isEqualTo(2);
    }

    @Test
    void something_before_the_archive_does_no_harm() throws Exception {
        byte[] plain = zip("1.jpg");
        byte[] prefixed = new byte[plain.length + 500];
        System.arraycopy(plain, 0, prefixed, 500, plain.length);
        var zip = ZipArchive.open(new Memory(prefixed));
        assertThat(zip.read(item(zip, "1.jpg"), 1000)).isNotEmpty();
    }

    @Test
    void an_encrypted_entry_is_told_and_the_others_are_read() throws Exception {
        byte[] bytes = zip("secret.jpg", "open.jpg");
        bytes[directory(bytes) + 8] |= 1;
        var zip = ZipArchive.open(new Memory(bytes));
        assertThatThrownBy(() -> zip.read(item(zip, "secret.jpg"), 1000)).hasMessageContaining("encrypted");
        assertThat(zip.read(item(zip, "open.jpg"), 1000)).isNotEmpty();
    }

    @Test
    void a_damaged_entry_is_told_and_the_others_are_read() throws Exception {
        byte[] bytes = zip("1.jpg", "2.jpg");
        bytes[30 + "1.jpg".length() + 5] ^= 0x55;
        var zip = ZipArchive.open(new Memory(bytes));
        assertThatThrownBy(() -> zip.read(item(zip, "1.jpg"), 1000)).hasMessageContaining("damaged");
        assertThat(zip.read(item(zip, "2.jpg"), 1000)).isNotEmpty();
    }

    @Test
    void an_entry_that_lies_about_its_size_is_damaged() throws Exception {
        byte[] bytes = zip("1.jpg");
        bytes[directory(bytes) + 24] = 3;
        bytes[directory(bytes) + 25] = 0;
        var zip = ZipArchive.open(new Memory(bytes));
        assertThatThrownBy(() -> zip.read(item(zip, "1.jpg"), 1000)).hasMessageContaining("damaged");
    }

    @Test
    void a_large_entry_is_refused_before_it_is_unpacked() throws Exception {
        var zip = ZipArchive.open(new Memory(zip("1.jpg")));
        assertThatThrownBy(() -> zip.read(item(zip, "1.jpg"), 10)).hasMessageContaining("limit");
    }

    @Test
    void a_bomb_is_stopped_by_what_it_says_it_unpacks_to() throws Exception {
        byte[] bytes = zip("1.jpg", "2.jpg");
        int first = directory(bytes) + 24;
        Arrays.fill(bytes, first, first + 4, (byte) 0xf0);
        var zip = ZipArchive.open(new Memory(bytes));
        assertThatThrownBy(() -> names(zip)).hasMessageContaining("100 times");
    }

    @Test
    void what_is_no_whole_zip_is_told() throws Exception {
        byte[] bytes = zip("1.jpg", "2.jpg");
        for (int length = 0; length < bytes.length; length++) {
            var cut = new Memory(Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> ZipArchive.open(cut)).isInstanceOf(BadZip.class);
        }
    }

    @Test
    void every_flipped_byte_ends_in_words_or_in_the_right_bytes() throws Exception {
        byte[] bytes = zip("1.jpg", "2.jpg");
        for (int i = 0; i < bytes.length; i++) {
            byte[] flipped = bytes.clone();
            flipped[i] ^= 0x7f;
            try {
                var zip = ZipArchive.open(new Memory(flipped));
                for (ZipItem item : items(zip)) {
                    zip.read(item, 10_000);
                }
            } catch (BadZip told) {
                assertThat(told.getMessage()).endsWith(".");
            }
        }
    }

    @Test
    void what_file_managers_leave_behind_is_junk() {
        assertThat(List.of("__MACOSX/a/._1.jpg", "a/.DS_Store", "Thumbs.db", "a/._1.jpg"))
                .allMatch(Junk::is);
        assertThat(List.of("a/1.jpg", "_1.jpg", "DS_Store/1.jpg")).noneMatch(Junk::is);
    }

    private static byte[] zip(String... names) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(("content of " + name + " and some more of it").getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static int directory(byte[] bytes) {
        for (int i = 0; ; i++) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
                return i;
            }
        }
    }

    private static List<String> names(ZipArchive zip) throws Exception {
        return items(zip).stream().map(ZipItem::name).toList();
    }

    private static ZipItem item(ZipArchive zip, String name) throws Exception {
        return items(zip).stream()
                .filter(item -> item.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<ZipItem> items(ZipArchive zip) throws Exception {
        var items = new ArrayList<ZipItem>();
        try (var listing = zip.list()) {
            for (var item = listing.next(); item.isPresent(); item = listing.next()) {
                items.add(item.get());
            }
        }
        return items;
    }
}
