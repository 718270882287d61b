import DjetEngine
import DjetModel
import DjetTestSupport
import Testing

@testable import DjetEngine

/// A crowd of connected clients that do little or nothing, beside one that wants an answer.
@Suite(.serialized) struct CrowdTests {
    private static let halfABody =
        "POST /bench HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"name\""

    /// The default limits, and limits that 400 clients exceed.
    @Test(arguments: [
        ConnectionLimits(), ConnectionLimits(clients: 200), ConnectionLimits(clientsPerAddress: 20),
        ConnectionLimits(clientsPerAddress: ConnectionLimits.standardPerAddress),
    ])
    func fourHundredIdleOrHalfSentOnesKeepNobodyOut(limits: ConnectionLimits) async throws {
        try await withBench { quiet in
            try await withBench(connections: limits) { site in
                let idle = try (0..<400).map { _ in try RawClient(site.address) }
                let first = try await site.ask("GET", "/bench")
                #expect(first.status == 200)
                let half = try (0..<400).map { _ in try RawClient(site.address) }
                for client in half { client.say(Self.halfABody) }
                let second = try await CostTests.promptly(
                    "an answer among 800", site, beside: quiet, times: 100
                ) { site in
                    try await site.ask("POST", "/bench", [StatusTests.json], body: #"{"name":"a"}"#)
                }
                #expect(second.status == 200, "\(second.body)")
                withExtendedLifetime((idle, half)) {}
            }
        }
    }

    @Test func whoSaysNothingForTheLongestMakesRoomAndWhoIsAnsweredStays() async throws {
        try await withBench(connections: ConnectionLimits(clientsPerAddress: 2)) { site in
            let oldest = try RawClient(site.address)
            oldest.say("GET /bench/lasting HTTP/1.1\r\nHost: x\r\nAccept: application/json\r\n\r\n")
            _ = try await oldest.hear()
            let idle = try RawClient(site.address)
            // Clients that nobody has answered yet may arrive in any order, each on its own event loop.
            idle.say("HEAD /bench HTTP/1.1\r\nHost: x\r\nAccept: application/json\r\n\r\n")
            #expect(try await idle.hear().hasPrefix("HTTP/1.1 200 "))
            let newest = try RawClient(site.address)
            let told = try await idle.hearAll()
            #expect(!told.contains("HTTP/1.1"), "\(told)")
            #expect(!oldest.isEnded)
            newest.say("GET /bench/lasting HTTP/1.1\r\nHost: x\r\nAccept: application/json\r\n\r\n")
            #expect(try await newest.hear().hasPrefix("HTTP/1.1 200 "))
            let refused = try await RawClient(site.address).hearAll()
            #expect(refused.hasPrefix("HTTP/1.1 429 ") && refused.contains("Retry-After: 5"), "\(refused)")
            #expect(refused.contains("Your address has reached its limit of connections"))
        }
    }

    @Test func whoHasToMakeRoomInARequestIsToldWhy() async throws {
        try await withBench(connections: ConnectionLimits(clientsPerAddress: 1)) { site in
            let half = try RawClient(site.address)
            half.say(Self.halfABody.replacing("Host: x", with: "Host: x\r\nExpect: 100-continue"))
            #expect(try await half.hear().hasPrefix("HTTP/1.1 100 "))
            let next = try RawClient(site.address)
            let told = try await half.hearAll()
            #expect(
                told.hasPrefix("HTTP/1.1 503 ")
                    && told.contains("The server needed the connection for others"), "\(told)")
            withExtendedLifetime(next) {}
        }
    }

    @Test func aServerThatIsFullOfPeopleItAnswersSaysSo() async throws {
        try await withBench(connections: ConnectionLimits(clients: 1)) { site in
            let one = try RawClient(site.address)
            one.say("GET /bench/lasting HTTP/1.1\r\nHost: x\r\nAccept: application/json\r\n\r\n")
            _ = try await one.hear()
            let refused = try await RawClient(site.address).hearAll()
            #expect(refused.hasPrefix("HTTP/1.1 503 ") && refused.contains("Retry-After: 5"), "\(refused)")
        }
    }

    @Test func aHeadThatDoesNotComeIsNotWaitedFor() async throws {
        try await withBench(connections: ConnectionLimits(head: .milliseconds(500))) { site in
            let silent = try RawClient(site.address)
            let half = try RawClient(site.address)
            half.say("GET /bench HTTP/1.1\r\nHost:")
            let told = try await half.hearAll()
            #expect(told.hasPrefix("HTTP/1.1 408 ") && told.contains("arrived too slowly"), "\(told)")
            #expect(try await silent.hearAll().isEmpty)
        }
    }

    @Test func aBodyThatComesTooSlowlyIsNotWaitedFor() async throws {
        try await withBench(connections: ConnectionLimits(head: .milliseconds(500))) { site in
            let slow = try RawClient(site.address)
            slow.say(Self.halfABody)
            let told = try await slow.hearAll()
            #expect(told.hasPrefix("HTTP/1.1 408 "), "\(told)")
        }
    }

    @Test func aBodyThatStopsInItsMidstIsNotWaitedFor() async throws {
        try await withBench(connections: ConnectionLimits(head: .milliseconds(500))) { site in
            let stopping = try RawClient(site.address)
            let head = Self.halfABody.replacing("Length: 1000", with: "Length: 1000000")
            stopping.say(head + String(repeating: "x", count: 20_000))
            let told = try await stopping.hearAll()
            #expect(told.hasPrefix("HTTP/1.1 408 "), "\(told)")
        }
    }

    /// The address that a trusted proxy forwards counts, not the proxy's own connection.
    @Test func behindAProxyEachAddressIsCountedByItself() async throws {
        // The half body is awaited as long as the test takes.
        let limits = ConnectionLimits(clientsPerAddress: 1, head: .seconds(300))
        try await withBench(connections: limits, proxies: 1) { site in
            let many = try (0..<20).map { _ in try RawClient(site.address) }
            let slow = try RawClient(site.address)
            slow.say(
                Self.halfABody.replacing(
                    "Host: x", with: "Host: x\r\nX-Forwarded-For: 192.0.2.1\r\nExpect: 100-continue"))
            // Its body is awaited by now.
            #expect(try await slow.hear().hasPrefix("HTTP/1.1 100 "))
            func ask(_ address: String) async throws -> TestAnswer {
                try await site.ask("GET", "/bench", ["X-Forwarded-For: \(address)"])
            }
            let one = try await ask("192.0.2.1")
            #expect(one.status == 429 && one["retry-after"] == "5", "\(one.body)")
            let other = try await ask("192.0.2.2")
            #expect(other.status == 200)
            withExtendedLifetime(many) {}
        }
    }

    @Test(arguments: [
        ("192.0.2.1", "192.0.2.1"), ("::ffff:192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3::4", "20:1:d:b8:0:1:0:2/64"), ("2001:db8:1:2:ffff::", "20:1:d:b8:0:1:0:2/64"),
    ])
    func aNetworkOfIPv6IsOneAddress(address: String, key: String) {
        #expect(AddressKey.of(address) == key)
        #expect(!AddressKey.isLoopback(address) && AddressKey.isLoopback("::ffff:127.0.0.9"))
    }
}
