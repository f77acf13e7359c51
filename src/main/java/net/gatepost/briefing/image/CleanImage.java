package net.gatepost.briefing.image;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import net.gatepost.web.Legible;

/**
 * A picture that was read from a file and written anew: of what came with it (where it was taken, by which camera, a smaller
 * version of what was cut away) nothing is left, and how the camera was held is made true of its pixels. What a file is, is told by its content and never by its name.
 */
record CleanImage(byte[] jpeg, int width, int height) implements Legible {

    static final int MOST_BYTES = 5 * 1024 * 1024;

    private static final int WIDEST = 1_600;
    private static final int HIGHEST = 2_000;
    private static final int LEAST = 200;
    private static final int LONGEST_SIDE = 20_000;
    private static final long MOST_PIXELS = 60_000_000;
    private static final float QUALITY = .86f;
    private static final Set<String> TYPES = Set.of("jpeg", "png");

    /** There are none: what a file says of itself is left behind. */
    @Override
    public List<String> texts() {
        return List.of();
    }

    static CleanImage of(byte[] file) throws ImageRefused {
        if (file.length > MOST_BYTES) {
            throw new ImageRefused("large");
        }
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            var reader = reader(input);
            try {
                reader.setInput(input, true, true);
                var held = Orientation.of(file);
                return written(fitted(decoded(reader, held), held));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            // Decoders throw whatever comes to their mind at a file that was made to confuse them.
            throw new ImageRefused("unreadable");
        }
    }

    private static ImageReader reader(ImageInputStream input) throws ImageRefused, IOException {
        var readers = ImageIO.getImageReaders(input);
        while (readers.hasNext()) {
            var reader = readers.next();
            if (TYPES.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                return reader;
            }
            reader.dispose();
        }
        throw new ImageRefused("type");
    }

    /** Asked before a pixel is unpacked: a small file can be a very large picture. */
    private static BufferedImage decoded(ImageReader reader, Orientation held) throws ImageRefused, IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (width < LEAST || height < LEAST) {
            throw new ImageRefused("small");
        }
        if (Math.max(width, height) > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
            throw new ImageRefused("pixels");
        }
        // Every second, third … pixel where twice what is needed is left: never all of a large picture in memory.
        int step = held.lies()
                ? Math.min(height / (2 * WIDEST), width / (2 * HIGHEST))
                : Math.min(width / (2 * WIDEST), height / (2 * HIGHEST));
        ImageReadParam sparing = reader.getDefaultReadParam();
        sparing.setSourceSubsampling(Math.max(1, step), Math.max(1, step), 0, 0);
        return reader.read(0, sparing);
    }

    /** On white, because the result knows no transparency, upright, and no larger than a page shows. */
    private static BufferedImage fitted(BufferedImage image, Orientation held) {
        int wide = held.lies() ? image.getHeight() : image.getWidth();
        int high = held.lies() ? image.getWidth() : image.getHeight();
        double scale = Math.min(1, Math.min((double) WIDEST / wide, (double) HIGHEST / high));
        int width = Math.max(1, (int) Math.round(wide * scale));
        int height = Math.max(1, (int) Math.round(high * scale));
        var fitted = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var canvas = fitted.createGraphics();
        try {
            canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            canvas.scale((double) width / wide, (double) height / high);
            canvas.transform(held.upright(image.getWidth(), image.getHeight()));
            canvas.drawImage(image, 0, 0, Color.WHITE, null);
        } finally {
            canvas.dispose();
        }
        return fitted;
    }

    private static CleanImage written(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            var quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(QUALITY);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), quality);
        } finally {
            writer.dispose();
        }
        return new CleanImage(bytes.toByteArray(), image.getWidth(), image.getHeight());
    }
}
