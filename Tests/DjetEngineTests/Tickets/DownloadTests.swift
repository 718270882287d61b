import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct DownloadTests {
    @Test func aFileIsHandedOverAsItIsAndNeverShown() async throws {
        try await withFile("<script>alert(1)</script>", mimeType: "text/html; charset=utf-8") {
            tickets, path in
            let answer = try await tickets.ask("ann", path)
            #expect(answer.status == 200)
            #expect(answer.body == "<script>alert(1)</script>")
            #expect(answer["content-type"] == "text/html; charset=utf-8")
            #expect(answer["content-length"] == "25")
            #expect(answer["content-disposition"]?.hasPrefix("attachment; ") == true)
            #expect(answer["x-content-type-options"] == "nosniff")
            #expect(answer["accept-ranges"] == "bytes")
            let head = try await tickets.ask("ann", path, method: "HEAD", ["Range: bytes=0-1"])
            #expect(head.status == 200)
            #expect(head["content-length"] == "25")
            #expect(head["etag"] == answer["etag"])
        }
    }

    @Test(
        arguments: [
            ("bytes=0-3", 206, "0123", "bytes 0-3/10"), ("bytes=7-", 206, "789", "bytes 7-9/10"),
            ("bytes=-2", 206, "89", "bytes 8-9/10"), ("bytes=0-99", 206, "0123456789", "bytes 0-9/10"),
            ("bytes=9-9", 206, "9", "bytes 9-9/10"), ("bytes=0-1,4-5", 200, "0123456789", nil),
            ("lines=0-1", 200, "0123456789", nil), ("bytes=3-1", 200, "0123456789", nil),
            ("bytes=10-", 416, nil, "bytes */10"), ("bytes=-0", 416, nil, "bytes */10"),
        ] as [(String, Int, String?, String?)])
    func rangesAreServedByTheStandard(range: String, status: Int, body: String?, span: String?) async throws {
        try await withFile("0123456789") { tickets, path in
            let answer = try await tickets.ask("ann", path, ["Range: \(range)"])
            #expect(answer.status == status)
            #expect(answer["content-range"] == span)
            if let body { #expect(answer.body == body) }
            if status == 206 { #expect(answer["content-length"] == "\(body?.utf8.count ?? 0)") }
        }
    }

    @Test func aConditionDecidesWhetherARangeCounts() async throws {
        try await withFile("0123456789") { tickets, path in
            let tag = try #require(try await tickets.ask("ann", path)["etag"])
            func status(_ headers: String...) async throws -> Int {
                try await tickets.ask("ann", path, ["Range: bytes=0-3"] + headers).status
            }
            #expect(try await status("If-Range: \(tag)") == 206)
            #expect(try await status("If-Range: \"other\"") == 200)
            #expect(try await status("If-Range: W/\(tag)") == 200)
            #expect(try await status("If-Range: Sun, 22 Nov 2026 10:00:00 GMT") == 200)
            #expect(try await status("If-None-Match: \(tag)") == 304)
            #expect(try await status("If-None-Match: \"other\"") == 206)
        }
    }

    @Test(arguments: [
        "\"\r\nSet-Cookie: x", "../../etc/passwd", "annual\u{202E}fdp.exe", "a\u{2066}b.txt", "a\u{85}b",
        "'; x=y", "日本.csv",
    ])
    func aHostileNameIsHarmless(name: String) async throws {
        try await withFile("x") { tickets, path in
            try await tickets.database.store.query("update jobmachine.file set name = \(name)")
            let answer = try await tickets.ask("ann", path)
            #expect(answer.status == 200)
            #expect(answer["set-cookie"] == nil)
            #expect(answer.head.utf8.allSatisfy { $0 < 128 })
            let disposition = try #require(answer["content-disposition"])
            #expect(!disposition.contains("/") && !disposition.contains(".."))
            #expect(disposition.count(where: { $0 == "\"" }) == 2)
            #expect(disposition.count(where: { $0 == ";" }) == 2)
            let page = try await tickets.ask("ann", "/tickets/default.1", ["Accept: text/html"])
            #expect(page.status == 200)
            let link = try #require(
                page.body.firstMatch(of: #/href="(\/tickets\/default\.1\/files\/1\/[^"]*)"/#)?.1)
            #expect(try await tickets.ask("ann", String(link)).body == "x")
        }
    }

    @Test func aNumberInArgumentsMakesNoFileOnesOwn() async throws {
        try await withTickets { tickets in
            let file = try await tickets.bob.storeFile(name: "secret", mimeType: "text/plain") {
                try await $0.write("secret")
            }
            let arguments = #"{"text": "a", "more": {"file": \#(file.id), "name": "x", "mimeType": "y"}}"#
            let ticket = try await tickets.ann.offload(kind: "test.echo", arguments: arguments)
            #expect(try await tickets.ask("ann", "/tickets/\(ticket)/files/\(file.id)").status == 404)
            #expect(
                try await !tickets.ask("ann", "/tickets/\(ticket)").body.contains(
                    "\"path\":\"/tickets/\(ticket)/files"))
        }
    }

    @Test func aLongFileComesWholeAndInParts() async throws {
        try await withTickets { tickets in
            let size = 3_500_000
            try await withWorker(tickets.model) {
                let ticket = try await tickets.ann.offload(BigFile(size: size, seed: 3))
                let path = "/tickets/\(ticket)/files/\(try await ticket.value.id)"
                for range in [0..<size, 1_048_570..<1_048_580, 2_000_000..<size] {
                    let place = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
                    defer { try? FileManager.default.removeItem(at: place) }
                    let curl = try TestProcess(
                        "curl",
                        [
                            "-s", "-H", tickets.token(of: "ann"), "-r",
                            "\(range.lowerBound)-\(range.upperBound - 1)",
                            "-o", place.path(), tickets.site.address + path,
                        ], isBuiltHere: false)
                    #expect(await curl.exitCode() == 0)
                    let bytes = BigFile.bytes(from: range.lowerBound, to: range.upperBound, seed: 3)
                    #expect(try Data(contentsOf: place) == Data(bytes))
                }
            }
        }
    }

    /// Runs `body` with the path of a file that a job of Ann's has answered.
    private func withFile(
        _ text: String, mimeType: String = "text/plain",
        _ body: (Tickets, _ path: String) async throws -> Void
    ) async throws {
        try await withTickets { tickets in
            let file = try await tickets.ann.storeFile(name: "a.txt", mimeType: mimeType) {
                try await $0.write(text)
            }
            let ticket = try await tickets.ann.offload(
                kind: "test.echo",
                arguments: #"{"file": \#(file.id), "name": "a.txt", "mimeType": "text/plain", "size": 1}"#)
            try await body(tickets, "/tickets/\(ticket)/files/\(file.id)")
        }
    }
}
