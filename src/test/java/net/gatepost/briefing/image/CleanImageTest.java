package net.gatepost.briefing.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

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
