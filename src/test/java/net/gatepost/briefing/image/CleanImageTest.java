package net.gatepost.briefing.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanImageTest {

    private static final String MARK = "taken at 51.5N 0.1W";

    static byte[] picture(String type, int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), type, bytes);
        return bytes.toByteArray();
    }

    @Test
    void aPictureIsWrittenAnewAndNothingThatCameWithItIsLeft() throws Exception {
        byte[] png = withText(picture("png", 640, 400));
        assertThat(new String(png, StandardCharsets.ISO_8859_1)).contains(MARK);

        var clean = CleanImage.of(png);

        assertThat(ImageIO.read(new ByteArrayInputStream(clean.jpeg())).getWidth())
                .isEqualTo(640);
        assertThat(clean.height()).isEqualTo(400);
        assertThat(new String(clean.jpeg(), StandardCharsets.ISO_8859_1)).doesNotContain(MARK);
    }

    @Test
    void aLargePictureIsMadeAsLargeAsAPageShows() throws Exception {
        var clean = CleanImage.of(picture("jpg", 6_000, 3_000));

        assertThat(clean.width()).isEqualTo(1_600);
        assertThat(clean.height()).isEqualTo(800);
    }

    @Test
    void whatIsNoPictureOrTooSmallOrTooLargeIsRefused() throws IOException {
        assertThatThrownBy(() -> CleanImage.of("%PDF-1.7".getBytes(StandardCharsets.US_ASCII)))
                .hasMessageEndingWith("type");
        byte[] gif = picture("gif", 300, 300);
        assertThatThrownBy(() -> CleanImage.of(gif)).hasMessageEndingWith("type");
        byte[] tiny = picture("png", 20, 300);
        assertThatThrownBy(() -> CleanImage.of(tiny)).hasMessageEndingWith("small");
        byte[] broken = Arrays.copyOf(picture("png", 300, 300), 60);
        assertThatThrownBy(() -> CleanImage.of(broken)).hasMessageEndingWith("unreadable");
        assertThatThrownBy(() -> CleanImage.of(new byte[CleanImage.MOST_BYTES + 1]))
                .hasMessageEndingWith("large");
        // Says of itself that it is 50,000 pixels wide, and would fill the memory.
        byte[] bomb = picture("png", 300, 300);
        bomb[18] = (byte) 0xc3;
        bomb[19] = 0x50;
        assertThatThrownBy(() -> CleanImage.of(bomb)).isInstanceOf(ImageRefused.class);
    }

    /** Where the red corner of a picture is that was held in each of the ways that Exif numbers from 1 to 8. */
    @ParameterizedTest
    @CsvSource({
        "1, 600, 300, 5, 5", "2, 600, 300, 594, 5", "3, 600, 300, 594, 294", "4, 600, 300, 5, 294",
        "5, 300, 600, 5, 5", "6, 300, 600, 294, 5", "7, 300, 600, 294, 594", "8, 300, 600, 5, 594"
    })
    void aPictureStandsUprightHoweverTheCameraWasHeld(int orientation, int width, int height, int x, int y)
            throws Exception {
        var stored = new BufferedImage(600, 300, BufferedImage.TYPE_INT_RGB);
        var canvas = stored.createGraphics();
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, 40, 40);
        canvas.dispose();
        var jpeg = new ByteArrayOutputStream();
        ImageIO.write(stored, "jpg", jpeg);

        var clean = CleanImage.of(held(jpeg.toByteArray(), orientation));

        assertThat(clean.width()).isEqualTo(width);
        assertThat(clean.height()).isEqualTo(height);
        var shown = ImageIO.read(new ByteArrayInputStream(clean.jpeg()));
        assertThat(new Color(shown.getRGB(x, y)).getRed()).isGreaterThan(200);
        assertThat(new Color(shown.getRGB(width - 1 - x, height - 1 - y)).getRed())
                .isLessThan(50);
        assertThat(new String(clean.jpeg(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
    }

    @Test
    void whatMakesNoSenseOfHowTheCameraWasHeldTurnsNothing() throws Exception {
        byte[] jpeg = picture("jpg", 600, 300);
        byte[] broken = held(jpeg, 6);
        broken[14] = 'X';

        assertThat(CleanImage.of(held(jpeg, 0)).width()).isEqualTo(600);
        assertThat(CleanImage.of(held(jpeg, 99)).width()).isEqualTo(600);
        assertThat(CleanImage.of(broken).width()).isEqualTo(600);
    }

    /** Puts an Exif segment with nothing but an orientation behind the start of a JPEG, as telephones do. */
    private static byte[] held(byte[] jpeg, int orientation) {
        var exif = new ByteArrayOutputStream();
        exif.writeBytes("Exif\0\0MM\0*\0\0\0\u0008".getBytes(StandardCharsets.ISO_8859_1));
        // One entry: tag 0x0112, a short, one of it, its value; no directory follows.
        exif.writeBytes(new byte[] {0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0});
        var whole = new ByteArrayOutputStream();
        whole.write(jpeg, 0, 2);
        whole.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1, 0, (byte) (exif.size() + 2)});
        whole.writeBytes(exif.toByteArray());
        whole.write(jpeg, 2, jpeg.length - 2);
        return whole.toByteArray();
    }

    /** Puts a chunk of text behind the head of a PNG, as cameras and editors do. */
    private static byte[] withText(byte[] png) {
        byte[] data = ("Comment\0" + MARK).getBytes(StandardCharsets.ISO_8859_1);
        var typed = new ByteArrayOutputStream();
        typed.writeBytes("tEXt".getBytes(StandardCharsets.US_ASCII));
        typed.writeBytes(data);
        var crc = new CRC32();
        crc.update(typed.toByteArray());
        var whole = new ByteArrayOutputStream();
        whole.write(png, 0, 33);
        whole.writeBytes(number(data.length));
        whole.writeBytes(typed.toByteArray());
        whole.writeBytes(number((int) crc.getValue()));
        whole.write(png, 33, png.length - 33);
        return whole.toByteArray();
    }

    private static byte[] number(int value) {
        return new byte[] {(byte) (value >>> 24), (byte) (value >>> 16), (byte) (value >>> 8), (byte) value};
    }
}
