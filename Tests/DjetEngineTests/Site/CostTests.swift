import DjetEngine
import DjetJSON
import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// Costly requests are answered or refused promptly. Each comment names the time that the server took before.
@Suite(.serialized) struct CostTests {
    static let form = "Content-Type: application/x-www-form-urlencoded"
    static let json = "Content-Type: application/json"

    /// A text that costs much unless it is refused at first sight, and letters of the same length in bytes.
    struct Text {
        let hostile: String
        let harmless: String

        init(_ hostile: String) {
            self.hostile = hostile
            harmless = String(repeating: "a", count: hostile.utf8.count)
        }

        /// Marks of two classes, which must be sorted wherever a letter is looked at.
        static let marks = Text(
            String(repeating: "\u{0301}", count: 80_000) + String(repeating: "\u{0316}", count: 80_000))
        static let escaped = Text(String(repeating: #"\u0301\u0316"#, count: 80_000))
        static let percent = Text(String(repeating: "%CC%81%CC%96", count: 80_000))
    }

    /// Writes a body that is too long for a command line to a file, and passes curl's flags for it.
    static func send<Result>(_ body: String, _ ask: ([String]) async throws -> Result) async throws -> Result
    {
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try body.write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        return try await ask(["--data-binary", "@\(file.path())"])
    }

    /// Fails if the hostile input takes more than so many times as long as the harmless one beside it. All
    /// tests run at the same time and hold up each other, so it has three tries.
    static func promptly<Input, Answer>(
        _ what: String, _ hostile: Input, beside harmless: Input, times factor: Int = 20,
        _ ask: (Input) async throws -> Answer
    ) async throws -> Answer {
        var tries = 3
        while true {
            let start = ContinuousClock.now
            _ = try await ask(harmless)
            let usual = start.duration(to: .now)
            let answer = try await ask(hostile)
            let time = start.duration(to: .now) - usual
            tries -= 1
            if time < usual * factor { return answer }
            try #require(tries > 0, "\(what) takes \(time), and \(usual) if it is harmless")
        }
    }

    /// Fails if the hostile text takes much longer than the harmless one.
    static func promptly<Answer>(
        _ what: String, _ text: Text, _ ask: (String) async throws -> Answer
    ) async throws -> Answer {
        try await promptly(what, text.hostile, beside: text.harmless, ask)
    }

    /// It took a minute each.
    @Test func aHostileNameOfAFieldIsRefused() async throws {
        try await withFunctions { site, _ in
            let browser = try await Program.browser("ada", roles: [], site)
            let name = Text("[" + String(repeating: "a", count: 24_000))
            let plain = try await Self.promptly("urlencoded", name) { name in
                try await site.ask(
                    "POST", "/parcel", browser.headers + [Self.form],
                    body: "csrf=\(browser.csrf)&\(name)=1")
            }
            #expect(plain.status == 400 && plain.body.contains("200 bytes"), "\(plain.head)")
            let parts = try await Self.promptly("multipart", name) { name in
                try await browser.form("/parcel", ["to": "Bo", name: "1"])
            }
            #expect(parts.status == 400, "\(parts.head)")
        }
    }

    /// It took 5 s: each escape copied the text before it.
    @Test(arguments: ["<", ">", "\"", "'"])
    func signsOfHTMLAreShownAgain(sign: String) async throws {
        try await withFunctions { site, _ in
            let browser = try await Program.browser("ada", roles: [], site)
            let text = Text(String(repeating: sign, count: 250_000))
            let page = try await Self.promptly("a form of \(sign)", text) { text in
                try await Self.send("csrf=\(browser.csrf)&to=\(text)") { flags in
                    try await site.ask("POST", "/parcel", browser.headers + [Self.form], flags: flags)
                }
            }
            #expect(page.status == 422 && page.body.utf8.count > 900_000, "\(page.head)")
        }
    }

    /// It took 20 s, for an answer of 15 MB. Ten times as many fields take about ten times as long.
    @Test func ofManyUnknownFieldsFiftyAreTold() async throws {
        try await withFunctions { site, _ in
            let browser = try await Program.browser("ada", roles: [], site)
            let page = try await Self.promptly("a page", 90_000, beside: 9_000) { count in
                let fields = (0..<count).map { "f\($0)=1" }.joined(separator: "&")
                return try await Self.send("csrf=\(browser.csrf)&\(fields)") { flags in
                    try await site.ask("POST", "/parcel", browser.headers + [Self.form], flags: flags)
                }
            }
            #expect(page.status == 422)
            #expect(page.body.utf8.count < 60_000, "\(page.body.utf8.count) bytes")
            #expect(page.body.contains("more"))
            let program = try await Program("bob", roles: [], site)
            let problem = try await Self.promptly("JSON", 90_000, beside: 9_000) { count in
                let members = (0..<count).map { #""f\#($0)":1"# }.joined(separator: ",")
                return try await Self.send("{\(members)}") { flags in
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
            let bodies: [(type: String, before: String, text: Text, after: String)] = [
                (Self.form, "to=a", .marks, ""), (Self.form, "a", .marks, "=1"),
                (Self.form, "to=a", .percent, ""),
                (Self.json, #"{"to":"a"#, .marks, #""}"#), (Self.json, #"{"a"#, .marks, #"":1}"#),
                (Self.json, #"{"to":"a"#, .escaped, #""}"#), (Self.json, #"{"a"#, .escaped, #"":1}"#),
            ]
            for (type, before, text, after) in bodies {
                let answer = try await Self.promptly("\(type) \(before)", text) { text in
                    try await Self.send(before + text + after) { flags in
                        try await site.ask("POST", "/parcel", program.headers + [type], flags: flags)
                    }
                }
                #expect(answer.status == 400, "\(type) \(before) \(answer.head)")
            }
        }
    }

    /// It took 20 s and more each: a field's text is checked as it came, and may be JSON.
    @Test func marksAreNotHiddenInJSONWithinAForm() async throws {
        try await withFunctions { site, _ in
            let program = try await Program("ada", roles: [], site)
            for (before, after) in [
                (#"to=Bo&count=1&items=[{"what":"a"#, #"","weight":1}]"#),
                (#"to=Bo&count=1&items=[{"a"#, #"":1}]"#),
            ] {
                let answer = try await Self.promptly(before, .escaped) { text in
                    try await Self.send(before + text + after) { flags in
                        try await site.ask("POST", "/parcel", program.headers + [Self.form], flags: flags)
                    }
                }
                #expect(answer.status == 422 && answer.body.contains("combining marks"), "\(answer.head)")
            }
        }
    }

    /// It took 3 s: each of these is sorted as two marks, and its class is that of letters.
    @Test func aStrangersMarksOfTwoAreCounted() async throws {
        try await withBench { site in
            let marks = Text(String(repeating: "\u{0F73}", count: 26_000))
            let answer = try await Self.promptly("Accept", marks) { marks in
                try await site.ask("GET", "/bench", ["Accept: a\(marks)"])
            }
            #expect(answer.status == 400, "\(answer.head)")
        }
    }

    @Test func theHeadOfARequestIsLookedAtFirst() async throws {
        try await withBench { site in
            let marks = Text(String(repeating: "\u{0301}\u{0316}", count: 4_000))
            let percent = String(repeating: "%CC%81%CC%96", count: 500)
            for header in ["Accept", "Cookie", "Prefer", "If-None-Match", "Accept-Language", "Authorization"]
            {
                let answer = try await Self.promptly(header, marks) { marks in
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
                ("a" + String(Text.marks.hostile.unicodeScalars.suffix(300)), 400),
            ] {
                let body = "--x\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n1\r\n--x--\r\n"
                let answer = try await site.ask("POST", "/echo", program.headers + [type], body: body)
                #expect(answer.status == status, "\(answer.body)")
            }
        }
    }
}
