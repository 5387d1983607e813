package dev.cordon.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void columns_are_as_wide_as_their_widest_cell_and_the_last_is_not_padded() {
        var table = new TextTable().row("RUN", "STATUS", "X").row("RUN-1", "ok", "long enough");

        assertThat(table).hasToString("RUN    STATUS  X\nRUN-1  ok      long enough\n");
    }

    @Test
    void a_cell_stays_in_its_line_whatever_it_holds() {
        assertThat(new TextTable().row("a\nb\u001b[2J", "c").toString()).isEqualTo("a\\u{a}b\\u{1b}[2J  c\n");
    }
}
