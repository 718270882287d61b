import DjetEngine
import DjetModel
import DjetTestSupport
import Testing

/// The HTTP answers to every success and failure, asked by curl.
@Suite struct StatusTests {
    static let html = "Accept: text/html,application/xhtml+xml,*/*;q=0.8"
    static let csv = "Content-Type: text/csv"
    static let json = "Content-Type: application/json"

    struct Case: Sendable, CustomTestStringConvertible {
        var status: Int
        var method = "GET"
        var path: String
        var headers: [String] = []
        var body: String?

        var testDescription: String { "\(method) \(path) \(headers) is \(status)" }
    }

    static let cases = [
        Case(status: 200, path: "/bench"),
        Case(status: 200, path: "/bench", headers: [html]),
        Case(status: 200, path: "/bench/7"),
        Case(status: 200, path: "/bench/asked?limit=3&order=up&since=2026-11-22"),
        Case(status: 200, method: "HEAD", path: "/bench"),
        Case(status: 204, method: "OPTIONS", path: "/bench"),
        Case(status: 308, path: "/bench/"),
        Case(status: 400, path: "/bench/asked?limit=many"),
        Case(status: 400, path: "/bench/asked?limit=101"),
        Case(status: 400, path: "/bench/asked?limit=1&limit=2"),
        Case(status: 400, path: "/bench/asked?order=sideways"),
        Case(status: 400, path: "/bench/asked?since=yesterday"),
        Case(status: 400, path: "/bench/asked?since=2026-13-41"),
        Case(status: 400, path: "/bench/asked?since=2026-11-22T9223372036854775807:00:00Z"),
        Case(status: 400, path: "/bench/asked?since=2026-11-22T10:00:00%2B9223372036854775807"),
        Case(status: 400, path: "/bench/asked?colour=red"),
        Case(status: 400, path: "/bench/%zz"),
        Case(status: 400, path: "/bench/%ff"),
        Case(status: 400, path: "/bench/a%2fb"),
        Case(status: 400, path: "/bench/../assets"),
        Case(status: 400, path: "/bench//7"),
        Case(status: 400, method: "POST", path: "/bench", headers: [json], body: "{\"name\":"),
        Case(status: 401, path: "/"),
        Case(status: 401, path: "/nowhere"),
        Case(status: 401, method: "POST", path: "/bench/operated"),
        Case(status: 401, path: "/bench", headers: ["Authorization: Bearer nonsense"]),
        Case(status: 401, path: "/bench", headers: ["Authorization: Basic YTpi"]),
        Case(
            status: 403, method: "POST", path: "/bench", headers: [json, "Sec-Fetch-Site: cross-site"],
            body: "{}"),
        Case(
            status: 403, method: "POST", path: "/bench", headers: [json, "Origin: http://evil.example"],
            body: "{}"),
        Case(status: 404, path: "/bench/nothing"),
        Case(status: 404, path: "/bench/-7"),
        Case(status: 404, path: "/bench/99999999999999999999"),
        Case(status: 404, path: "/bench/no/where"),
        Case(status: 405, method: "DELETE", path: "/bench"),
        Case(status: 405, method: "PATCH", path: "/bench"),
        Case(status: 406, path: "/bench", headers: ["Accept: image/png"]),
        Case(status: 409, path: "/bench/broken/conflict"),
        Case(
            status: 412, method: "POST", path: "/bench", headers: [json, "If-Match: \"old\""],
            body: "{\"name\":\"a\"}"),
        Case(
            status: 413, method: "POST", path: "/bench", headers: [json],
            body: String(repeating: "[", count: 2000)),
        Case(
            status: 413, method: "POST", path: "/bench/bytes", headers: [csv],
            body: String(repeating: ",", count: 5000)),
        Case(status: 415, method: "POST", path: "/bench", headers: ["Content-Type: text/plain"], body: "a"),
        Case(status: 415, method: "POST", path: "/bench/bytes", headers: [json], body: "{}"),
        Case(status: 422, method: "POST", path: "/bench", headers: [json], body: "{\"size\":1}"),
        Case(status: 422, path: "/bench/broken/invalid"),
        Case(status: 500, path: "/bench/broken/secretly"),
        Case(status: 503, path: "/bench/broken/unavailable"),
    ]

    @Test func everyStatusIsTheRightOne() async throws {
        try await withBench(limits: SiteLimits(value: 1000, upload: 4000)) { site in
            for each in Self.cases {
                let answer = try await site.ask(each.method, each.path, each.headers, body: each.body)
                #expect(answer.status == each.status, "\(each.testDescription): \(answer.body)")
                #expect(answer["x-content-type-options"] == "nosniff")
                guard each.status >= 400, each.method != "HEAD" else { continue }
                #expect(answer["content-type"] == "application/problem+json", "\(each.testDescription)")
                #expect(answer.body.contains("\"status\":\(each.status)"))
            }
        }
    }

    @Test func aRefusalSaysWhatWouldBeTaken() async throws {
        try await withBench { site in
            let method = try await site.ask("PUT", "/bench")
            #expect(method["allow"] == "GET, HEAD, POST, OPTIONS")
            let type = try await site.ask("POST", "/bench/bytes", [Self.json], body: "{}")
            #expect(type["accept"] == "text/csv")
            let query = try await site.ask("GET", "/bench/asked?limit=101")
            #expect(query.body.contains("from 1 to 100"))
            let missing = try await site.ask("POST", "/bench", [Self.json], body: "{\"size\":1}")
            #expect(missing.body.contains("name"))
            let asleep = try await site.ask("GET", "/bench/broken/asleep")
            #expect(asleep.status == 503 && asleep["retry-after"] == "90")
        }
    }

    @Test func whoCannotBeHelpedBySigningInIsNotSentThere() async throws {
        try await withBench { site in
            for authorization in ["Basic YTpi", "Bearer nonsense"] {
                let answer = try await site.ask(
                    "GET", "/bench", [Self.html, "Authorization: \(authorization)"])
                #expect(answer.status == 401 && answer["location"] == nil, "\(authorization)")
            }
            let model = site.site.model
            let signIn = try await model.id("/sign-in")
            _ = try await model.call(SetRule(node: signIn, role: Role.everyone, rights: []))
            var closed = try await site.ask("GET", "/sign-in", [Self.html])
            // The ring that tells the site may not have arrived yet.
            while closed.status == 200 { closed = try await site.ask("GET", "/sign-in", [Self.html]) }
            #expect(closed.status == 401 && closed["location"] == nil)
        }
    }

    @Test func whatFailsInsideIsNotTold() async throws {
        try await withBench { site in
            let answer = try await site.ask("GET", "/bench/broken/secretly")
            #expect(!answer.body.contains("Secret"))
        }
    }
}
