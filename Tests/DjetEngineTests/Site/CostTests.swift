import DjetEngine
import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// Costly requests are answered or refused promptly. Each comment names the time that the server took before.
@Suite(.serialized) struct CostTests {
    static let form = "Content-Type: application/x-www-form-urlencoded"
    static let json = "Content-Type: application/json"
    /// Marks of two classes in turn, which must be sorted wherever a letter is looked at.
    static let marks =
        String(repeating: "\u{0301}", count: 80_000) + String(repeating: "\u{0316}", count: 80_000)

    /// Writes a body that is too long for a command line to a file, and passes curl's flags for it.
    static func send<Result>(_ body: String, _ ask: ([String]) async throws -> Result) async throws -> Result
    {
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try body.write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        return try await ask(["--data-binary", "@\(file.path())"])
    }

    /// Fails if `body` takes longer than a request may. All tests run at the same time, so the time of a
    /// process that does nothing shows how busy the machine is.
    static func promptly<Result>(_ what: String, _ body: () async throws -> Result) async throws -> Result {
        let clock = ContinuousClock()
        let nothing = try await clock.measure {
            _ = await (try TestProcess("true", [], isBuiltHere: false)).exitCode()
        }
        let began = clock.now
        let result = try await body()
        #expect(
            began.duration(to: clock.now) < Patience.seconds(20) + nothing * 10,
            "\(what), and \(nothing) for nothing"
        )
        return result
    }

    /// It took a minute each.
    @Test func aHostileNameOfAFieldIsRefused() async throws {
        try await withFunctions { site, _ in
            let browser = try await Program.browser("ada", roles: [], site)
            let name = "[" + String(repeating: "a", count: 24_000)
            for _ in 0..<2 {
                let body = "csrf=\(browser.csrf)&\(name)=1"
                let plain = try await Self.promptly("urlencoded") {
                    try await site.ask("POST", "/parcel", browser.headers + [Self.form], body: body)
                }
                #expect(plain.status == 400 && plain.body.contains("200 bytes"), "\(plain.head)")
                let parts = try await Self.promptly("multipart") {
                    try await browser.form("/parcel", ["to": "Bo", name: "1"])
                }
                #expect(parts.status == 400, "\(parts.head)")
            }
        }
    }

    /// It took 20 s, for an answer of 15 MB.
    @Test func ofManyUnknownFieldsFiftyAreTold() async throws {
        try await withFunctions { site, _ in
            let browser = try await Program.browser("ada", roles: [], site)
            let fields = (0..<90_000).map { "f\($0)=1" }.joined(separator: "&")
            let page = try await Self.promptly("a page") {
                try await Self.send("csrf=\(browser.csrf)&\(fields)") { flags in
                    try await site.ask("POST", "/parcel", browser.headers + [Self.form], flags: flags)
                }
            }
            #expect(page.status == 422)
            #expect(page.body.utf8.count < 60_000, "\(page.body.utf8.count) bytes")
            #expect(page.body.contains("more"))
            let program = try await Program("bob", roles: [], site)
            let members = (0..<90_000).map { #""f\#($0)":1"# }.joined(separator: ",")
            let problem = try await Self.promptly("JSON") {
                try await Self.send("{\(members)}") { flags in
                    try await site.ask("POST", "/parcel", program.headers + [Self.json], flags: flags)
                }
            }
            let tree = try JSONReader.tree(of: problem.body)
            #expect(problem.status == 422 && tree["errors"]?.children.count == 50)
            #expect(tree["moreErrors"] == .word("89954"), "four are missing")
        }
    }

    /// It took 20 s and more each: Swift sorts a letter's marks whenever it splits, compares or hashes one.
    @Test func aLetterWithThousandsOfMarksIsRefused() async throws {
        try await withFunctions { site, _ in
            let program = try await Program("ada", roles: [], site)
            let escaped = String(repeating: #"\u0301\u0316"#, count: 80_000)
            let percent = String(repeating: "%CC%81%CC%96", count: 80_000)
            let bodies = [
                (Self.form, "to=a\(Self.marks)"), (Self.form, "a\(Self.marks)=1"),
                (Self.form, "to=a\(percent)"),
                (Self.json, #"{"to":"a\#(Self.marks)"}"#), (Self.json, #"{"a\#(Self.marks)":1}"#),
                (Self.json, #"{"to":"a\#(escaped)"}"#), (Self.json, #"{"a\#(escaped)":1}"#),
            ]
            for (type, body) in bodies {
                let answer = try await Self.promptly("\(type) \(body.beginning(8))") {
                    try await Self.send(body) { flags in
                        try await site.ask("POST", "/parcel", program.headers + [type], flags: flags)
                    }
                }
                #expect(answer.status == 400, "\(type) \(body.beginning(8)) \(answer.head)")
            }
        }
    }

    /// It took 20 s and more each: a field's text is checked as it came, and may be JSON.
    @Test func marksAreNotHiddenInJSONWithinAForm() async throws {
        try await withFunctions { site, _ in
            let program = try await Program("ada", roles: [], site)
            let escaped = String(repeating: #"\u0301\u0316"#, count: 80_000)
            for (path, body) in [
                ("/parcel", #"to=Bo&count=1&items=[{"what":"a\#(escaped)","weight":1}]"#),
                ("/parcel", #"to=Bo&count=1&items=[{"a\#(escaped)":1}]"#),
            ] {
                let answer = try await Self.promptly("\(path) \(body.beginning(30))") {
                    try await Self.send(body) { flags in
                        try await site.ask("POST", path, program.headers + [Self.form], flags: flags)
                    }
                }
                #expect(answer.status == 422 && answer.body.contains("combining marks"), "\(answer.head)")
            }
        }
    }

    /// It took 3 s: each of these is sorted as two marks, and its class is that of letters.
    @Test func aStrangersMarksOfTwoAreCounted() async throws {
        try await withBench { site in
            let marks = String(repeating: "\u{0F73}", count: 26_000)
            let answer = try await Self.promptly("Accept") {
                try await site.ask("GET", "/bench", ["Accept: a\(marks)"])
            }
            #expect(answer.status == 400, "\(answer.head)")
        }
    }

    @Test func theHeadOfARequestIsLookedAtFirst() async throws {
        try await withBench { site in
            let marks = String(repeating: "\u{0301}\u{0316}", count: 4_000)
            let percent = String(repeating: "%CC%81%CC%96", count: 500)
            for header in ["Accept", "Cookie", "Prefer", "If-None-Match", "Accept-Language", "Authorization"]
            {
                let answer = try await Self.promptly(header) {
                    try await site.ask("GET", "/bench", ["\(header): a\(marks)"])
                }
                #expect(answer.status == 400, "\(header) \(answer.head)")
            }
            for path in ["/bench/deep/a\(percent)", "/bench/asked?order=a\(percent)"] {
                #expect(try await site.ask("GET", path).status == 400)
            }
            let long = try await site.ask("GET", "/bench/deep/" + String(repeating: "a", count: 17_000))
            #expect(long.status == 414 && long.body.contains("16.4 kB"), "\(long.body)")
            let query = try await site.ask(
                "GET", "/bench/asked?order=" + String(repeating: "a", count: 17_000))
            #expect(query.status == 414)
        }
    }

    @Test func aNameInAPartsHeadIsNoLongerThanAName() async throws {
        try await withFunctions { site, _ in
            let program = try await Program("ada", roles: [], site)
            let type = "Content-Type: multipart/form-data; boundary=x"
            for (name, status) in [
                (String(repeating: "n", count: 201), 400),
                ("a" + String(Self.marks.unicodeScalars.suffix(300)), 400),
            ] {
                let body = "--x\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n1\r\n--x--\r\n"
                let answer = try await site.ask("POST", "/echo", program.headers + [type], body: body)
                #expect(answer.status == status, "\(answer.body)")
            }
        }
    }
}
