package net.gatepost.account;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * An archive that is written while it is read: nothing of it is kept, neither in memory nor in a file. Without
 * {@link #finish} it lacks its directory, and no program takes it for whole.
 */
class ZipArchive implements PersonalData.Archive {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*(\\.[a-z0-9]+)?");

    private final ZipOutputStream zip;
    private final ObjectWriter json;
    private final FileTime made;
    private final List<String> names = new ArrayList<>();

    ZipArchive(OutputStream out, JsonMapper json, Instant made) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.json = json.writerWithDefaultPrettyPrinter()
                .withoutFeatures(StreamWriteFeature.AUTO_CLOSE_TARGET, StreamWriteFeature.FLUSH_PASSED_TO_STREAM);
        this.made = FileTime.from(made);
    }

    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    @Override
    public void json(String name, Object content) {
        add(name + ".json", out -> json.writeValue(out, content));
    }

    @Override
    public void file(String name, InputStream content) {
        add(name, content::transferTo);
    }

    /** Ends the archive with a text about it, made from the names of its files. */
    void finish(Function<List<String>, String> readme) {
        byte[] text = readme.apply(List.copyOf(names)).getBytes(StandardCharsets.UTF_8);
        try {
            write("README.txt", out -> out.write(text));
            zip.finish();
            zip.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void add(String name, Content content) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("no name for a file in an archive: " + name);
        }
        try {
            write(name, content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        names.add(name);
    }

    private void write(String name, Content content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setLastModifiedTime(made);
        zip.putNextEntry(entry);
        content.writeTo(zip);
        zip.closeEntry();
    }
}
