package net.gatepost.apply;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import net.gatepost.web.CsvCells;

/** Writes what a spreadsheet opens. No cell begins as a formula does, whatever somebody calls themselves. */
public final class ApplicantsCsv {

    private ApplicantsCsv() {}

    /** With a byte order mark, by which Excel knows UTF-8. */
    public static String write(List<String> header, List<List<String>> rows) {
        var text = new StringWriter();
        text.write('\uFEFF');
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(header);
            rows.forEach(
                    row -> csv.writeRecord(row.stream().map(CsvCells::harmless).toList()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
