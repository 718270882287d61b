import DjetEngine
import DjetJSON
import DjetModel
import DjetTestSupport
import Foundation
import Testing

/// The headers of a request that describe its body.
@Suite struct BodyHeadTests {
    static let json = "Content-Type: application/json"

    @Test(arguments: ["gzip", "br", "zstd", "x-snappy", "identity, gzip", "GZIP"])
    func aBodyThatIsPackedIsRefused(coding: String) async throws {
        try await withBench { site in
            for (type, path) in [(Self.json, "/bench"), ("Content-Type: text/csv", "/bench/bytes")] {
                let answer = try await site.ask(
                    "POST", path, [type, "Content-Encoding: \(coding)"], body: #"{"name":"x"}"#)
                #expect(answer.status == 415, "\(answer.head)")
                #expect(answer["accept-encoding"] == "identity")
            }
            let plain = try await site.ask(
                "POST", "/bench", [Self.json, "Content-Encoding: identity"], body: #"{"name":"x"}"#)
            #expect(plain.status == 200, "\(plain.body)")
        }
    }

    @Test func aByteOrderMarkBeforeJSONIsSkipped() async throws {
        try await withBench { site in
            let answer = try await site.ask("POST", "/bench", [Self.json], body: "\u{FEFF}{\"name\":\"x\"}")
            #expect(answer.status == 200 && answer.body.contains(#""name":"x""#), "\(answer.body)")
        }
        try await withFunctions { site, _ in
            let program = try await Program("ada", roles: [], site)
            let answer = try await program.post("/parcel", "\u{FEFF}" + FunctionEngineTests.parcel)
            #expect(answer.status == 200, "\(answer.body)")
        }
    }

    @Test func anAnswerDoesNotRepeatALongMediaType() async throws {
        try await withBench { site in
            let type = "Content-Type: x/" + String(repeating: "y", count: 50_000)
            let answer = try await site.ask("POST", "/bench", [type], body: "1")
            #expect(answer.status == 415, "\(answer.head)")
            #expect(answer.body.contains("x/yyy") && answer.body.utf8.count < 1_000)
        }
    }

    @Test func whoWaitsToBeToldSendsTheBodyThen() async throws {
        try await withBench { site in
            let words = try await Self.talk(
                to: site, ["POST /bench/bytes", "Content-Type: text/csv", "Content-Length: 5"], body: "a,b,c")
            #expect(words.hasPrefix("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n"), "\(words)")
            #expect(words.contains(#""size":5"#))
            let json = try await Self.talk(
                to: site, ["POST /bench", Self.json, "Content-Length: 12"], body: #"{"name":"x"}"#)
            #expect(json.hasPrefix("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n"), "\(json)")
        }
    }

    @Test(arguments: [
        (["POST /bench", json, "Content-Length: 2000000"], 413),
        (["POST /bench/bytes", "Content-Type: text/csv", "Content-Length: 99999999999"], 413),
        (["POST /bench/bytes", "Content-Type: text/xml", "Content-Length: 5"], 415),
        (["POST /bench", json, "Content-Length: 12", "Content-Encoding: gzip"], 415),
        (["POST /bench/operated", "Content-Length: 5"], 401),
        (["POST /bench/nothing", "Content-Length: 5"], 404),
    ])
    func whatIsRefusedByItsHeadNeverCrossesTheNetwork(head: [String], status: Int) async throws {
        try await withBench { site in
            let words = try await Self.talk(to: site, head, body: nil)
            #expect(words.hasPrefix("HTTP/1.1 \(status) "), "\(words)")
            #expect(words.lowercased().contains("\r\nconnection: close\r\n"), "\(words)")
        }
    }

    @Test func whatAGuestWouldLeaveToAWorkerNeverCrossesTheNetwork() async throws {
        let access: [String: Set<Right>] = [Role.everyone: [.view, .use], Role.users: [.view, .use]]
        let seeds = [
            NodeSeed("/open", "import", title: "Open", access: access),
            NodeSeed(
                "/said", "function", title: "Said", columns: ["function": .text(Echo.name)], access: access),
        ]
        try await withFunctions(seeds: seeds) { site, _ in
            for head in [
                ["POST /open", "Content-Type: text/csv", "Content-Length: 5"],
                ["POST /said", Self.json, "Content-Length: 5", "Prefer: respond-async"],
                ["POST /said", Self.json, "Content-Length: 5", "Prefer: wait=1"],
            ] {
                let words = try await Self.talk(to: site, head, body: nil)
                #expect(words.hasPrefix("HTTP/1.1 401 "), "\(words)")
            }
        }
    }

    @Test func aBodyWithoutEndThatNobodyWantsEndsTheConnection() async throws {
        try await withBench { site in
            for length in ["Transfer-Encoding: chunked", "Content-Length: 1000000000000"] {
                let client = try RawClient(site.address)
                client.say("POST /bench/nothing HTTP/1.1\r\nHost: x\r\n\(length)\r\n\r\n5\r\nabcde\r\n")
                let words = try await client.hearAll()
                #expect(words.hasPrefix("HTTP/1.1 404 "), "\(words)")
                #expect(words.lowercased().contains("\r\nconnection: close\r\n"), "\(words)")
            }
        }
    }

    @Test func behindAShortBodyThatNobodyWantsTheConnectionGoesOn() async throws {
        try await withBench { site in
            let client = try RawClient(site.address)
            client.say("POST /bench/nothing HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nabcde")
            client.say("GET /bench/7 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            let words = try await client.hearAll()
            #expect(words.hasPrefix("HTTP/1.1 404 ") && words.contains("HTTP/1.1 200 OK"), "\(words)")
        }
    }

    @Test func anExpectationThatIsNotKnownIsRefused() async throws {
        try await withBench { site in
            let answer = try await site.ask(
                "POST", "/bench", [Self.json, "Expect: a-miracle"], body: #"{"name":"x"}"#)
            #expect(answer.status == 417, "\(answer.head)")
        }
    }

    /// Sends the head of a request that waits for the server's go-ahead, and the body, if any, after it.
    /// Returns all that the server sends until it ends the connection.
    private static func talk(to site: TestSite, _ head: [String], body: String?) async throws -> String {
        let port = site.address.split(separator: ":").last ?? ""
        let lines =
            ["\(head[0]) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Accept: application/json"] + head.dropFirst()
        let end = body == nil ? [] : ["Connection: close"]
        let request = (lines + end + ["Expect: 100-continue", "", ""]).joined(separator: "\r\n")
        let script = """
            exec 3<>/dev/tcp/127.0.0.1/\(port)
            printf '%s' "$HEAD" >&3
            if [ -n "$BODY" ]; then
              IFS= read -r line <&3; printf '%s\\n' "$line"
              IFS= read -r line <&3; printf '%s\\n' "$line"
              printf '%s' "$BODY" >&3
            fi
            cat <&3
            """
        let bash = try TestProcess(
            "timeout", ["30", "bash", "-c", script], isBuiltHere: false,
            environment: ["HEAD": request, "BODY": body ?? ""])
        return try await bash.text()
    }
}
