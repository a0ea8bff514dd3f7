package codeframe.image.decode;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Optional;

/**
 * Ordinary JPEGs by libjpeg-turbo, where the machine has it: the very pixels of the JDK's decoder, which asks Java for every
 * line, in little more than half of the time, and progressive ones in a quarter. Whatever is not ordinary, not whole, or where
 * the two might read colours differently is left to the JDK, and so is everything where the library is not installed.
 */
final class TurboJpeg {
    /** Its copy of the pixels lies outside of Java's memory, where nobody counts it. */
    private static final long LARGEST = 16_000_000;

    private static final int BGR = 1;
    private static final int YCBCR = 1;
    /** 4:4:4, 4:2:2 and 4:2:0. Versions of the library differ in how they enlarge other differences of colour. */
    private static final int FULL = 0;

    private static final int HALVED = 1;
    private static final int QUARTERED = 2;
    private static final Optional<TurboJpeg> INSTALLED = installed();

    private final Function begin;
    private final Function header;
    private final Function decompress;
    private final Function end;

    private TurboJpeg(NativeLibrary library) {
        begin = library.getFunction("tjInitDecompress");
        header = library.getFunction("tjDecompressHeader3");
        decompress = library.getFunction("tjDecompress2");
        end = library.getFunction("tjDestroy");
    }

    private static Optional<TurboJpeg> installed() {
        try {
            return Optional.of(new TurboJpeg(NativeLibrary.getInstance("turbojpeg")));
        } catch (LinkageError notThere) {
            return Optional.empty();
        }
    }

    static boolean isInstalled() {
        return INSTALLED.isPresent();
    }

    /** The picture, always {@code TYPE_3BYTE_BGR}; empty where the JDK is to decode it. */
    static Optional<BufferedImage> decoded(byte[] bytes, JpegHeader known) {
        boolean suits =
                known.ends() && known.huffman() && !known.adobe() && (long) known.width() * known.height() <= LARGEST;
        return suits ? INSTALLED.flatMap(turbo -> turbo.decode(bytes, known)) : Optional.empty();
    }

    private Optional<BufferedImage> decode(byte[] bytes, JpegHeader known) {
        var handle = begin.invokePointer(new Object[0]);
        if (handle == null) {
            return Optional.empty();
        }
        try {
            return isOrdinary(handle, bytes, known) ? pixels(handle, bytes, known) : Optional.empty();
        } finally {
            end.invokeInt(new Object[] {handle});
        }
    }

    private boolean isOrdinary(Pointer handle, byte[] bytes, JpegHeader known) {
        var width = new IntByReference();
        var height = new IntByReference();
        var sampling = new IntByReference();
        var space = new IntByReference();
        int failed = header.invokeInt(
                new Object[] {handle, bytes, new NativeLong(bytes.length), width, height, sampling, space});
        return failed == 0
                && width.getValue() == known.width()
                && height.getValue() == known.height()
                && space.getValue() == YCBCR
                && sampling.getValue() >= (known.jfif() ? FULL : HALVED)
                && sampling.getValue() <= QUARTERED;
    }

    /** Its code is not 0 for warnings, too: what is damaged, and how, the JDK's decoder says. */
    private Optional<BufferedImage> pixels(Pointer handle, byte[] bytes, JpegHeader known) {
        var image = new BufferedImage(known.width(), known.height(), BufferedImage.TYPE_3BYTE_BGR);
        int failed = decompress.invokeInt(new Object[] {
            handle,
            bytes,
            new NativeLong(bytes.length),
            ((DataBufferByte) image.getRaster().getDataBuffer()).getData(),
            known.width(),
            0,
            known.height(),
            BGR,
            0
        });
        return failed == 0 ? Optional.of(image) : Optional.empty();
    }
}
