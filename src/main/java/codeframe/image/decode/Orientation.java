package codeframe.image.decode;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

/** How the stored pixels must be turned for a person to see them upright (EXIF 2.3, tag 274). */
public enum Orientation {
    UPRIGHT(false, false, false),
    MIRRORED(false, true, false),
    UPSIDE_DOWN(false, true, true),
    MIRRORED_UPSIDE_DOWN(false, false, true),
    TRANSPOSED(true, false, false),
    TURNED_LEFT(true, false, true),
    TRANSVERSED(true, true, true),
    TURNED_RIGHT(true, true, false);

    private final boolean swapsAxes;
    private final boolean flipsX;
    private final boolean flipsY;

    Orientation(boolean swapsAxes, boolean flipsX, boolean flipsY) {
        this.swapsAxes = swapsAxes;
        this.flipsX = flipsX;
        this.flipsY = flipsY;
    }

    /** Of a whole file, found without decoding it. */
    public static Orientation of(byte[] bytes) {
        return ImageFormat.of(bytes).map(format -> of(format, bytes)).orElse(UPRIGHT);
    }

    static Orientation of(ImageFormat format, byte[] bytes) {
        try {
            var metadata = format == ImageFormat.JPEG ? ofJpeg(bytes) : ofChunk(format, bytes);
            var directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
            return directory != null && directory.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
                    ? ofTag(directory.getInt(ExifIFD0Directory.TAG_ORIENTATION))
                    : UPRIGHT;
        } catch (ImageProcessingException | MetadataException | IOException | RuntimeException unreadable) {
            return UPRIGHT;
        }
    }

    // Only the EXIF reader runs: the others may unpack or copy whatever a hostile file announces.
    private static Metadata ofJpeg(byte[] bytes) throws ImageProcessingException, IOException {
        return JpegMetadataReader.readMetadata(new ByteArrayInputStream(bytes), List.of(new ExifReader()));
    }

    private static Metadata ofChunk(ImageFormat format, byte[] bytes) {
        var chunk = format == ImageFormat.PNG ? Chunks.ofPng(bytes, "eXIf") : Chunks.ofWebp(bytes, "EXIF");
        var metadata = new Metadata();
        chunk.ifPresent(exif -> {
            // Many programs write the preamble of JPEG's segment, which does not belong here.
            int preamble = ExifReader.startsWithJpegExifPreamble(exif) ? ExifReader.JPEG_SEGMENT_PREAMBLE.length() : 0;
            new ExifReader().extract(new ByteArrayReader(exif), metadata, preamble);
        });
        return metadata;
    }

    private static Orientation ofTag(int tag) {
        return tag >= 1 && tag <= 8 ? values()[tag - 1] : UPRIGHT;
    }

    public boolean swapsAxes() {
        return swapsAxes;
    }

    public BufferedImage turn(BufferedImage stored) {
        if (this == UPRIGHT) {
            return stored;
        }
        int width = stored.getWidth();
        int height = stored.getHeight();
        var turned = new BufferedImage(swapsAxes ? height : width, swapsAxes ? width : height, stored.getType());
        for (int y = 0; y < turned.getHeight(); y++) {
            for (int x = 0; x < turned.getWidth(); x++) {
                int sourceX = swapsAxes ? y : x;
                int sourceY = swapsAxes ? x : y;
                int rgb =
                        stored.getRGB(flipsX ? width - 1 - sourceX : sourceX, flipsY ? height - 1 - sourceY : sourceY);
                turned.setRGB(x, y, rgb);
            }
        }
        return turned;
    }
}
