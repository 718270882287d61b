import DjetModel
import Testing

@testable import DjetTools

@Suite struct IPAddressTests {
    static let closed = [
        "0.0.0.0", "0.1.2.3", "10.1.2.3", "100.64.0.1", "100.100.100.200", "127.0.0.1", "127.255.255.255",
        "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.192", "192.0.2.1", "192.168.1.1",
        "198.18.0.1", "198.19.255.255", "203.0.113.9", "224.0.0.1", "240.0.0.1", "255.255.255.255",
        "168.63.129.16", "::", "::1", "fe80::1", "fc00::1", "fd00:ec2::254", "ff02::1", "::ffff:127.0.0.1",
        "::ffff:7f00:1", "::ffff:169.254.169.254", "::127.0.0.1", "64:ff9b::10.0.0.1", "64:ff9b:1::1",
        "2002:7f00:1::", "2001::1", "2001:db8::1", "3fff::1", "100::1", "5f00::1",
    ]
    static let open = [
        "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
        "169.253.255.255", "172.15.255.255", "172.32.0.0", "192.167.255.255", "198.20.0.0",
        "223.255.255.255", "2606:4700:4700::1111", "2001:200::1", "::ffff:1.1.1.1", "64:ff9b::1.1.1.1",
    ]

    @Test(arguments: closed) func anAddressIsNotPublic(text: String) throws {
        let address = try #require(IPAddress(text))
        #expect(!address.isPublic)
    }

    @Test(arguments: open) func anAddressIsPublic(text: String) throws {
        let address = try #require(IPAddress(text))
        #expect(address.isPublic)
    }

    @Test(arguments: ["", "localhost", "1.2.3", "0x7f.1", "2130706433", "1.2.3.4/8", "fe80::1%eth0", "[::1]"])
    func noAddressIsMadeOfOtherTexts(text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test(arguments: [
        ("10.1.0.0/16", "10.1.255.255", true), ("10.1.0.0/16", "10.2.0.0", false),
        ("10.1.0.0/16", "::ffff:10.1.2.3", true), ("127.0.0.1", "127.0.0.1", true),
        ("127.0.0.1", "127.0.0.2", false), ("10.0.0.0/12", "10.15.255.255", true),
        ("10.0.0.0/12", "10.16.0.0", false), ("fd00::/8", "fdff::1", true), ("fd00::/8", "fc00::1", false),
        ("fd00::7", "fd00::7", true), ("0.0.0.0/0", "1.2.3.4", true), ("0.0.0.0/0", "::1", false),
        ("::/0", "1.2.3.4", true), ("10.0.0.0/32", "10.0.0.0", true),
    ])
    func aNetworkHasItsAddresses(network: String, address: String, isIn: Bool) throws {
        let network = try #require(IPNetwork(network))
        let address = try #require(IPAddress(address))
        #expect(network.contains(address) == isIn)
    }

    @Test(arguments: [
        "", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "/8", "fd00::/129", "10.0.0.0/8/8", "host",
    ])
    func noNetworkIsMadeOfOtherTexts(text: String) {
        #expect(IPNetwork(text) == nil)
    }
}
