package net.gatepost.briefing.image;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.awt.geom.AffineTransform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

/**
 * How a camera was held when it took a picture, as Exif numbers it: what has to be done to the stored rows for the picture to
 * stand upright. Telephones store what the sensor saw and leave the turning to whoever shows it.
 */
enum Orientation {
    UPRIGHT,
    MIRRORED,
    UPSIDE_DOWN,
    MIRRORED_UPSIDE_DOWN,
    TRANSPOSED,
    QUARTER_RIGHT,
    TRANSVERSED,
    QUARTER_LEFT;

    /** Upright where the file does not say, or says what makes no sense. */
    static Orientation of(byte[] file) {
        try {
            var metadata = JpegMetadataReader.readMetadata(new ByteArrayInputStream(file), List.of(new ExifReader()));
            var head = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
            if (head == null || !head.containsTag(ExifIFD0Directory.TAG_ORIENTATION)) {
                return UPRIGHT;
            }
            int number = head.getInt(ExifIFD0Directory.TAG_ORIENTATION);
            return number < 1 || number > values().length ? UPRIGHT : values()[number - 1];
        } catch (JpegProcessingException | MetadataException | IOException none) {
            return UPRIGHT;
        }
    }

    /** Whether width and height change places. */
    boolean lies() {
        return ordinal() >= TRANSPOSED.ordinal();
    }

    /** Sets a picture of this size, as it is stored, upright. */
    AffineTransform upright(int width, int height) {
        return switch (this) {
            case UPRIGHT -> new AffineTransform();
            case MIRRORED -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case UPSIDE_DOWN -> new AffineTransform(-1, 0, 0, -1, width, height);
            case MIRRORED_UPSIDE_DOWN -> new AffineTransform(1, 0, 0, -1, 0, height);
            case TRANSPOSED -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case QUARTER_RIGHT -> new AffineTransform(0, 1, -1, 0, height, 0);
            case TRANSVERSED -> new AffineTransform(0, -1, -1, 0, height, width);
            case QUARTER_LEFT -> new AffineTransform(0, -1, 1, 0, 0, width);
        };
    }
}
