package net.gatepost.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+1", "-1", "@SUM(A1)", "  =1", "\t1", "\r=1", "\n=1", "\u0000=1", "\uFF1D1", "\uFF201"})
    void whatASpreadsheetWouldReckonStaysText(String cell) {
        assertThat(CsvCells.harmless(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Casey", "a=b", "casey@demo.example", "C++", "2026-11-23"})
    void anythingElseStaysAsItIs(String cell) {
        assertThat(CsvCells.harmless(cell)).isEqualTo(cell);
    }
}
