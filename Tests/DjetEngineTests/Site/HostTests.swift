import DjetTestSupport
import Testing

/// A request of HTTP/1.1 names one host (RFC 9112, 3.2).
@Suite struct HostTests {
    @Test(
        arguments: [
            ("HTTP/1.1", [], 400), ("HTTP/1.1", ["Host: x", "host: y"], 400),
            ("HTTP/1.1", ["Host: x", "Host: x"], 400), ("HTTP/1.0", ["Host: x", "Host: y"], 400),
            ("HTTP/1.1", ["Host: x"], 200), ("HTTP/1.1", ["Host:"], 200), ("HTTP/1.0", [], 200),
            ("HTTP/1.0", ["Host: x"], 200),
        ] as [(String, [String], Int)])
    func aRequestHasOneHost(version: String, hosts: [String], status: Int) async throws {
        try await withBench { site in
            for path in ["/bench/7", "/health/live"] {
                let client = try RawClient(site.address)
                let head = ["GET \(path) \(version)"] + hosts + ["Accept: application/json"]
                client.say((head + ["Connection: close", "", ""]).joined(separator: "\r\n"))
                let words = try await client.hearAll()
                #expect(words.hasPrefix("HTTP/1.1 \(status) "), "\(words)")
                #expect(words.contains("one header Host") == (status == 400))
            }
        }
    }
}
