package net.gatepost.candidate.resume.reader;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/** What a file is by its content, as Apache Tika tells it; its name is not asked. */
public enum FileKind {
    PDF,
    /** Any ZIP; its contents say whether it is a Word document. */
    ZIP,
    PICTURE,
    OTHER;

    public static FileKind of(byte[] file) {
        MediaType type;
        try (var in = new ByteArrayInputStream(file)) {
            type = MimeTypes.getDefaultMimeTypes().detect(in, new Metadata());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        if (type.getBaseType().toString().equals(ResumeType.PDF.mediaType())) {
            return PDF;
        }
        if (isZip(file)) {
            return ZIP;
        }
        return type.getType().equals("image") ? PICTURE : OTHER;
    }

    /** Tika names the many formats that are ZIPs; all begin alike. */
    private static boolean isZip(byte[] file) {
        return file.length > 3 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
    }
}
