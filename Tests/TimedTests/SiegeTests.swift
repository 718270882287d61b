import DjetEngine
import DjetJSON
import DjetModel
import DjetTestSupport
import Testing

@testable import DjetStore

/// A site under attack from visitors and database logins, while others work.
@Suite struct SiegeTests {
    @Test(.endsWithTheSuite) func aSiteUnderSiegeStaysReadyAndOtherJobsRun() async throws {
        try await withDatabase { database in
            try await database.cheapenPasswords()
            let model = database.model(testFunctions)
            let echo = NodeSeed("/echo", "function", title: "Echo", columns: ["function": .text(Echo.name)])
            try await withWorker(model) {
                try await withSite(model, seeds: [echo]) { site in
                    let poison = try await database.signedIn(as: "djet_offload") { try await Self.poison($0) }
                    #expect(!poison.isEmpty)
                    let isOver = Guarded(false)
                    async let bombs = Self.bomb(site)
                    async let longest = Self.longestReadiness(site) { isOver.withLock { $0 } }
                    let tickets = try await model.offload((0..<50).map { Echo(text: "\($0)") })
                    for (number, ticket) in tickets.enumerated() {
                        #expect(try await ticket.value == "\(number)")
                    }
                    #expect(try await bombs.allSatisfy { (400..<500).contains($0) })
                    isOver.withLock { $0 = true }
                    #expect(try await longest < TimeLimit.seconds(1))
                    for ticket in poison {
                        await #expect(throws: (any Error).self) {
                            try await model.ticket(ticket, of: String.self).value
                        }
                        #expect(try await model.ticket(ticket, of: String.self).status == .error)
                    }
                }
            }
        }
    }

    /// Offloads a hundred jobs that no worker can run, ahead of everybody else's. Returns the accepted ones.
    private static func poison(_ database: TestDatabase) async throws -> [TicketID] {
        let offloads: [Statement] = [
            "select jobmachine.offload('test.echo', environment => '[]', priority => 0)",
            "select jobmachine.offload('test.echo', environment => '{\"attempts\": \"many\"}', priority => 0)",
            "select jobmachine.offload('test.echo', arguments => '[]', priority => 0)",
            "select jobmachine.offload('test.echo', arguments => '{\"text\": {\"text\": 5}}', priority => 0)",
            "select jobmachine.offload('no.such-kind', priority => 0)",
        ]
        var tickets: [TicketID] = []
        for number in 0..<100 {
            let id = try? await database.store.first(offloads[number % offloads.count], as: Int64.self)
            if let id { tickets.append(TicketID(queue: "default", number: id)) }
        }
        return tickets
    }

    /// Sends a stranger's costly forms: long passwords, which are slow to normalise, and deep field names.
    /// Returns the statuses.
    private static func bomb(_ site: TestSite) async throws -> [Int] {
        let marks = String(repeating: "\u{301}", count: 10_000) + String(repeating: "\u{316}", count: 10_000)
        let name = String(repeating: "[a", count: 4_000)
        return try await withThrowingTaskGroup(of: Int.self) { bombs in
            for body in ["name=root&password=a\(marks)", "\(name)=1"] {
                for _ in 0..<10 {
                    bombs.addTask {
                        try await site.ask(
                            "POST", "/sign-in", ["Content-Type: application/x-www-form-urlencoded"],
                            body: body
                        ).status
                    }
                }
            }
            return try await bombs.reduce(into: []) { $0.append($1) }
        }
    }

    /// Asks for readiness until `isOver`, expects success each time, and returns the longest wait.
    private static func longestReadiness(_ site: TestSite, until isOver: () -> Bool) async throws -> Duration
    {
        var longest = Duration.zero
        while !isOver() {
            let start = ContinuousClock.now
            #expect(try await site.ask("GET", "/health/ready").status == 200)
            longest = max(longest, start.duration(to: .now))
        }
        return longest
    }
}
