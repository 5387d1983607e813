package dev.cordon.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.document.Parameter;
import dev.cordon.document.Reading;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoundTripTest {

    @ParameterizedTest
    @EnumSource
    void parameters_of_a_full_request_are_read_back_as_the_same_request(ActionKind kind) {
        var request = Samples.full(kind);

        var again = ContainmentRequest.read(kind, request.parameters());

        assertThat(again).isEqualTo(new Reading.Read<>(request));
    }

    @ParameterizedTest
    @EnumSource
    void parameters_of_a_minimal_request_are_read_back_as_the_same_request(ActionKind kind) {
        var request = Samples.minimal(kind);

        var again = ContainmentRequest.read(kind, request.parameters());

        assertThat(again).isEqualTo(new Reading.Read<>(request));
    }

    @ParameterizedTest
    @EnumSource
    void parameters_stand_in_the_order_of_the_contract(ActionKind kind) {
        var contract = kind.schema().parameters().stream().map(Parameter::name).toList();

        var written = List.copyOf(Samples.full(kind).parameters().propertyNames());

        assertThat(written).isEqualTo(contract);
    }

    @ParameterizedTest
    @EnumSource
    void request_says_of_which_kind_it_is(ActionKind kind) {
        assertThat(Samples.minimal(kind).kind()).isEqualTo(kind);
        assertThat(ActionKind.of(kind.key())).contains(kind);
    }
}
