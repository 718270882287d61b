import DjetEngine
import DjetModel
import DjetTestSupport
import Testing

@Suite struct PatienceTests {
    @Test func whoSaysNothingMakesRoomAndWhoWaitsForAnAnswerStays() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            try await model.addUser("ann")
            let token = try await model.addToken(TokenRequest(purpose: "x", rights: [.view]), for: "ann")
                .token
            let ticket = try await model.acting(as: "ann").offload(Echo(text: "a")).id
            try await withSite(
                model, connections: ConnectionLimits(head: .seconds(1), patience: .milliseconds(200))
            ) { site in
                let silent = try TestProcess("timeout", Self.halfARequest(to: site), isBuiltHere: false)
                let waited = try await site.json(
                    "GET", "/tickets/\(ticket)", token: token, headers: ["Prefer: wait=1"])
                #expect(waited.status == 200, "\(waited.body)")
                let code = await silent.exitCode()
                #expect(code == 0, "the server ended it, not the time")
            }
        }
    }

    /// Returns a command that connects, sends half a request, and reads until the server ends the connection.
    private static func halfARequest(to site: TestSite) -> [String] {
        let port = site.address.split(separator: ":").last ?? ""
        let script = "exec 3<>/dev/tcp/127.0.0.1/\(port); printf 'GET / HTTP/1.1\\r\\n' >&3; cat <&3"
        return ["60", "bash", "-c", script]
    }
}
