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
                    let isOver = Guarded(false)
                    async let bombs = Self.bomb(site)
                    async let longest = Self.longestReadiness(site) { isOver.withLock { $0 } }
                    var poison = try await database.signedIn(as: "djet_offload") { try await Self.poison($0) }
                    poison += try await Self.oldPoison(database)
                    #expect(Set(poison).count == 100)
                    let tickets = try await model.offload((0..<50).map { Echo(text: "\($0)") })
                    for (number, ticket) in tickets.enumerated() {
                        #expect(try await ticket.value == "\(number)")
                    }
                    #expect(try await bombs.allSatisfy { (400..<500).contains($0) })
                    isOver.withLock { $0 = true }
                    #expect(try await longest < TimeLimit.seconds(1))
                    for number in poison {
                        let ticket = model.ticket(TicketID(queue: "default", number: number), of: String.self)
                        await #expect(throws: (any Error).self) { try await ticket.value }
                        #expect(try await ticket.status == .error)
                    }
                }
            }
        }
    }

    /// Offloads 60 jobs that no worker can run, ahead of everybody else's. Returns their numbers.
    private static func poison(_ database: TestDatabase) async throws -> [Int64] {
        let offloads: [Statement] = [
            "select jobmachine.offload('test.echo', arguments => '[]', priority => 0)",
            "select jobmachine.offload('test.echo', arguments => '{\"text\": {\"text\": 5}}', priority => 0)",
            "select jobmachine.offload('no.such-kind', priority => 0)",
        ]
        var numbers: [Int64] = []
        for round in 0..<60 {
            let number = try await database.store.first(offloads[round % offloads.count], as: Int64.self)
            numbers.append(try #require(number))
        }
        return numbers
    }

    /// Offloads 40 jobs whose environment no worker can read, ahead of everybody else's: such rows may date
    /// from before their shape was checked. Returns their numbers.
    private static func oldPoison(_ database: TestDatabase) async throws -> [Int64] {
        try await database.store.transaction { connection async throws -> [Int64] in
            let numbers = try await connection.rows(
                """
                select jobmachine.offload('test.echo', '{"text": "a"}', priority => 0)
                from generate_series(1, 40)
                """, as: Int64.self)
            // What is offloaded is checked, what is changed afterwards is not.
            try await connection.query(
                """
                update jobmachine.job
                set environment = case when id % 2 = 0 then '[]'::jsonb else '{"trace": {"a": 1}}' end
                where id = any(\(numbers))
                """)
            return numbers
        }
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
        while !isOver(), !Task.isCancelled {
            let start = ContinuousClock.now
            #expect(try await site.ask("GET", "/health/ready").status == 200)
            longest = max(longest, start.duration(to: .now))
        }
        return longest
    }
}
