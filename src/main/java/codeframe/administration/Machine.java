package codeframe.administration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The computer that answers: what it runs on and what room it has; the disk is empty where it cannot be told. */
public record Machine(
        String java, String system, int processors, long memoryUsed, long memoryMost, Optional<Disk> disk) {
    /** Room in bytes. */
    public record Disk(long free, long all) {
        /** Less than a tenth, or than two gigabytes. */
        public boolean isShort() {
            return free < all / 10 || free < 2_000_000_000L;
        }
    }

    /** @param folder whose disk it is */
    static Machine of(Path folder) {
        var runtime = Runtime.getRuntime();
        return new Machine(
                System.getProperty("java.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                runtime.availableProcessors(),
                runtime.totalMemory() - runtime.freeMemory(),
                runtime.maxMemory(),
                disk(folder));
    }

    private static Optional<Disk> disk(Path folder) {
        try {
            var disk = Files.getFileStore(folder);
            return Optional.of(new Disk(disk.getUsableSpace(), disk.getTotalSpace()));
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }
}
