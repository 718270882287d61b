import HTTPTypes
import Testing

@testable import DjetEngine

@Suite struct ForwardedAddressTests {
    @Test func withoutProxiesNothingIsBelieved() {
        #expect(address("1.2.3.4", proxies: 0) == "10.0.0.1")
    }

    @Test func theProxiesOneTrustsAreBelievedAndNobodyBefore() {
        #expect(address("6.6.6.6, 1.2.3.4", proxies: 1) == "1.2.3.4")
        #expect(address("6.6.6.6, 1.2.3.4 ,10.0.0.9", proxies: 2) == "1.2.3.4")
        #expect(address("2001:db8::1", proxies: 1) == "2001:db8::1")
        #expect(address("1.2.3.4:50123", proxies: 1) == "1.2.3.4")
        #expect(address("[2001:db8::1]:50123", proxies: 1) == "2001:db8::1")
    }

    @Test func anIPv4AddressIsOneByAnySocket() {
        #expect(address("::ffff:1.2.3.4", proxies: 1) == "1.2.3.4")
        #expect(address("[::FFFF:1.2.3.4]:50123", proxies: 1) == "1.2.3.4")
        #expect(address(nil, proxies: 0, peer: "::ffff:1.2.3.4") == "1.2.3.4")
        #expect(address(nil, proxies: 0, peer: "::1") == "::1")
    }

    @Test(arguments: [
        "", "unknown", "a b", "<script>", "1.2.3", "1.2.3.4.5", "localhost",
        String(repeating: "1", count: 100),
    ])
    func whatIsNoAddressIsNotTaken(header: String) {
        #expect(address(header, proxies: 1) == "10.0.0.1")
    }

    @Test func aHeaderThatIsTooShortIsNotTaken() {
        #expect(address("1.2.3.4", proxies: 2) == "10.0.0.1")
        #expect(address(nil, proxies: 1) == "10.0.0.1")
    }

    private func address(_ header: String?, proxies: Int, peer: String = "10.0.0.1") -> String? {
        var headers = HTTPFields()
        if let header, let name = HTTPField.Name("X-Forwarded-For") { headers[name] = header }
        return ForwardedAddress.of(headers, peer: peer, proxies: proxies)
    }
}
