package org.stillpoint.record.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApiScopeTest {

    private static ApiScope scope(String written) {
        return ApiScope.find(written).orElseThrow();
    }

    @Test
    void scope_thatWouldWrite_orIsOfSomebodyElse_isNone() {
        for (String none : new String[] {
            "system/Observation.cruds",
            "system/Observation.write",
            "user/Observation.rs",
            "system/Observation.rs?category=survey",
            "system/observation.rs",
            "system/Observation.",
            "openid",
            ""
        }) {
            assertThat(ApiScope.find(none)).as(none).isEmpty();
        }
        assertThat(ApiScope.list("system/Patient.rs launch")).isEmpty();
    }

    @Test
    void scope_ofBefore_readsAndSearches() {
        assertThat(scope("system/Observation.read")).hasToString("system/Observation.rs");
        assertThat(ApiScope.list(" system/Patient.r  system/*.s ").orElseThrow())
                .containsExactly(scope("system/Patient.r"), scope("system/*.s"));
    }

    @Test
    void and_isWhatBothAllow() {
        assertThat(scope("system/*.r").and(scope("system/Observation.rs"))).contains(scope("system/Observation.r"));
        assertThat(scope("system/Observation.rs").and(scope("system/*.rs"))).contains(scope("system/Observation.rs"));
        assertThat(scope("system/Observation.r").and(scope("system/Observation.s")))
                .isEqualTo(Optional.empty());
        assertThat(scope("system/Patient.rs").and(scope("system/Flag.rs"))).isEmpty();
        assertThat(scope("system/*.rs").covers(scope("system/Flag.s"))).isTrue();
        assertThat(scope("system/Flag.rs").covers(scope("system/*.s"))).isFalse();
    }
}
