import DjetEngine
import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// Every request has a deadline.
@Suite struct DeadlineTests {
    /// One route can be cancelled, the other ignores it.
    @Test(arguments: ["lingering", "deaf"]) func whatTakesTooLongIsGivenUp(path: String) async throws {
        try await withBench(limits: SiteLimits(answer: .milliseconds(200))) { site in
            let began = ContinuousClock.now
            let answer = try await site.ask("GET", "/bench/\(path)")
            #expect(answer.status == 503 && answer["retry-after"] == "10", "\(answer.body)")
            #expect(answer.body.contains("took longer than 200 ms and was abandoned"), "\(answer.body)")
            #expect(began.duration(to: .now) < .seconds(15))
        }
    }

    @Test func whoReadsPagesIsToldOnAPage() async throws {
        try await withBench(limits: SiteLimits(answer: .milliseconds(200))) { site in
            let answer = try await site.ask("GET", "/bench/lingering", ["Accept: text/html"])
            #expect(answer.status == 503 && answer["content-type"] == "text/html; charset=utf-8")
            #expect(answer.body.contains("was abandoned") && answer.body.contains("</html>"))
        }
    }

    @Test func whoWaitsForAJobMayWaitLonger() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            try await model.addUser("ann")
            let token = try await model.addToken(TokenRequest(purpose: "x", rights: [.view]), for: "ann")
                .token
            let ticket = try await model.acting(as: "ann").offload(Echo(text: "a")).id
            try await withSite(model, limits: SiteLimits(answer: .seconds(15))) { site in
                let waited = try await site.json(
                    "GET", "/tickets/\(ticket)", token: token, headers: ["Prefer: wait=17"])
                #expect(waited.status == 200, "\(waited.body)")
            }
        }
    }

    @Test func whoFindsNoConnectionToTheDatabaseIsToldSo() async throws {
        try await withDatabase(connections: 1) { database in
            let model = database.model(testFunctions)
            try await model.addUser("ann")
            let token = try await model.addToken(TokenRequest(purpose: "x", rights: [.view]), for: "ann")
                .token
            try await withSite(model, limits: SiteLimits(answer: .milliseconds(500))) { site in
                try await database.store.withConnection { _ in
                    let answer = try await site.json("GET", "/tickets", token: token)
                    #expect(answer.status == 503 && answer["retry-after"] != nil, "\(answer.body)")
                }
            }
        }
    }
}
