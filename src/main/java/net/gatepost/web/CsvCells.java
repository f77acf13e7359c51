package net.gatepost.web;

/** Cells of a spreadsheet that are no formula, whatever somebody calls themselves. */
public final class CsvCells {

    private CsvCells() {}

    /** OWASP, "CSV Injection": what begins with one of these, spaces apart, is read as a formula. */
    public static String harmless(String cell) {
        String plain = cell.stripLeading();
        boolean formula = !plain.isEmpty() && "=+-@\uFF1D\uFF0B\uFF0D\uFF20".indexOf(plain.charAt(0)) >= 0
                || !cell.isEmpty() && "\t\r\n\0".indexOf(cell.charAt(0)) >= 0;
        return formula ? "'" + cell : cell;
    }
}
