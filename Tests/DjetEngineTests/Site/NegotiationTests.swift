import DjetEngine
import DjetModel
import DjetTestSupport
import Testing

/// The same data in the format that the client accepts.
@Suite struct NegotiationTests {
    @Test func peopleGetHTMLAndProgramsJSONOfTheSameData() async throws {
        try await withBench { site in
            let page = try await site.ask("GET", "/bench", [StatusTests.html])
            #expect(page["content-type"] == "text/html; charset=utf-8")
            #expect(page.body.contains("<h1>&lt;b&gt;</h1><p>1,234</p>"))
            let json = try await site.ask("GET", "/bench", ["Accept: application/json"])
            #expect(json["content-type"] == "application/json")
            #expect(json.body == #"{"name":"<b>","size":1234}"#)
            #expect(json["vary"]?.contains("Accept") == true)
        }
    }

    @Test func whatTheClientHasAlreadyIsNotSentAgain() async throws {
        try await withBench { site in
            let first = try await site.ask("GET", "/bench")
            let tag = try #require(first["etag"])
            let again = try await site.ask("GET", "/bench", ["If-None-Match: W/\"x\", \(tag)"])
            #expect(again.status == 304)
            #expect(again.body.isEmpty)
            #expect(again["etag"] == tag)
            let html = try await site.ask("GET", "/bench", [StatusTests.html, "If-None-Match: \(tag)"])
            #expect(html.status == 200)
        }
    }

    @Test func whoSawTheLatestVersionMayChangeIt() async throws {
        try await withBench { site in
            let tag = try #require(try await site.ask("GET", "/bench")["etag"])
            let answer = try await site.ask(
                "POST", "/bench", [StatusTests.json, "If-Match: \(tag)"], body: #"{"name":"a"}"#)
            #expect(answer.status == 200)
        }
    }

    @Test func aTagProvesNothingThatIsWeakOrOfAPageThatOneMayNotSee() async throws {
        try await withBench { site in
            let tag = try #require(try await site.ask("GET", "/bench")["etag"])
            let weak = try await site.ask(
                "POST", "/bench", [StatusTests.json, "If-Match: W/\(tag)"], body: #"{"name":"a"}"#)
            #expect(weak.status == 412)
            let model = site.site.model
            try await model.addUser("clerk")
            let token = try await model.addToken(TokenRequest(purpose: "x", rights: [.use]), for: "clerk")
                .token
            let cases: [([String], Int)] = [([], 200), (["If-Match: \(tag)"], 412), (["If-Match: *"], 412)]
            for (headers, status) in cases {
                let answer = try await site.json(
                    "POST", "/bench", token: token, body: #"{"name":"a"}"#, headers: headers)
                #expect(answer.status == status, "\(headers)")
            }
        }
    }

    @Test func headSaysWhatGetWouldWithoutTheBody() async throws {
        try await withBench { site in
            let get = try await site.ask("GET", "/bench")
            let head = try await site.ask("HEAD", "/bench")
            #expect(head["content-length"] == get["content-length"])
            #expect(head["etag"] == get["etag"])
            #expect(head.body.isEmpty)
        }
    }

    @Test func aFormIsMadeIntoWhatTheTypeNeeds() async throws {
        try await withBench { site in
            let form = "Content-Type: application/x-www-form-urlencoded"
            let program = try await site.ask("POST", "/bench", [form], body: "name=a+b%26c&size=7")
            #expect(program.body == #"{"name":"a b&c","size":7}"#)
            let browser = try await site.ask(
                "POST", "/bench", [form, StatusTests.html], body: "name=a&size=")
            #expect(browser.status == 303)
            #expect(browser["location"] == "/bench")
        }
    }

    @Test func theRestOfAPathIsDecoded() async throws {
        try await withBench { site in
            let answer = try await site.ask("GET", "/bench/deep/a%20b/%C3%A6?")
            #expect(answer.body == #"{"name":"a b/æ"}"#)
        }
    }

    @Test func uploadsAreReadAsTheyCome() async throws {
        try await withBench { site in
            let answer = try await site.ask(
                "POST", "/bench/bytes", [StatusTests.csv, "Transfer-Encoding: chunked"],
                body: String(repeating: "x", count: 100_000))
            #expect(answer.body == #"{"name":"bytes","size":100000}"#)
        }
    }
}
