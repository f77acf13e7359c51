package net.gatepost.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NetworkTest {

    @Test
    void anIpv4AddressIsItsOwnNetwork() {
        assertThat(Network.of("192.0.2.7").value()).isEqualTo("192.0.2.7");
    }

    @Test
    void theAddressesOfOneIpv6LineAreOneNetwork() {
        assertThat(Network.of("2001:db8:0:1::1")).isEqualTo(Network.of("2001:db8:0:1:ffff::2"));
        assertThat(Network.of("2001:db8:0:1::1")).isNotEqualTo(Network.of("2001:db8:0:2::1"));
    }

    @Test
    void whatIsNoAddressIsNeverLookedUp() {
        assertThat(Network.of("localhost").value()).isEqualTo("unknown");
        assertThat(Network.of("").value()).isEqualTo("unknown");
        assertThat(Network.of("1.2.3.4.5.6").value()).isEqualTo("unknown");
    }
}
