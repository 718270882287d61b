import DjetJSON
import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// The audit of what commands change. It names no user.
@Suite struct CommandAuditTests {
    private static let adding = [
        "schedules", "add", "letters", "--cron", "@daily", "--function", "greet", "--args",
        #"{"whom": "Ada"}"#,
    ]

    private func entries(in database: TestDatabase) async throws -> [AuditEntry] {
        try await database.model().auditEntries().reversed()
    }

    @Test func schedulesAndQueuesAreNoted() async throws {
        try await withDatabase(business: true) { database in
            let commands = [
                Self.adding,
                [
                    "schedules", "change", "letters", "--cron", "@hourly", "--tag", "post", "--without",
                    "note",
                ],
                ["schedules", "pause", "letters"], ["schedules", "resume", "letters"],
                ["schedules", "run", "letters"], ["schedules", "remove", "letters"],
                ["queues", "limit", "gl", "--rate", "10/s"], ["queues", "pause", "gl"],
                ["queues", "resume", "gl"],
            ]
            for command in commands {
                let run = try await Run(command, by: "office", on: database)
                #expect(run.status == 0, "\(command): \(run.error)")
            }
            let entries = try await entries(in: database)
            let said = entries.map { "\($0.userName ?? "-") \($0.action) \($0.target)" }
            let schedule = ["add", "change", "pause", "resume", "run", "remove"].map {
                "- schedule.\($0) letters"
            }
            #expect(said == schedule + ["limit", "pause", "resume"].map { "- queue.\($0) gl" })
            #expect(entries[1].detail["values"] == ["note", "rule", "tags"])
            #expect(entries[6].detail["limits"]?.text == "10/s")
        }
    }

    @Test func jobsAreNotedEachAndAsAWhole() async throws {
        try await withDatabase(business: true) { database in
            let model = try database.model([Twice.self, Pay.self]).withKeys("old")
            let tickets = try await model.offload((0..<2).map { Twice(number: $0) }, on: "slow")
            let group = try await model.offload(group: "month", [Twice(number: 7)])
            _ = try await model.offload(Pay(order: 7, card: "4111"))
            let commands = [
                ["signal", "\(tickets[0])", "go"], ["jobs", "cancel", "\(tickets[0])"],
                ["jobs", "retry", "\(tickets[0])"], ["jobs", "cancel", "--queue", "slow", "--yes"],
                ["jobs", "delete", "\(tickets[0])"], ["jobs", "group", "\(group.id)", "--cancel"],
                ["keys", "rotate"],
            ]
            let keys = ["DJET_SECRET_KEYS": textOfKeys(["new", "old"])]
            for command in commands {
                let run = try await Run(command, by: "office", on: database, environment: keys)
                #expect(run.status == 0, "\(command): \(run.error)")
            }
            let entries = try await entries(in: database)
            let said = entries.map { "\($0.action) \($0.target)" }
            #expect(
                said[0...2] == [
                    "job.signal \(tickets[0])", "job.cancel \(tickets[0])", "job.retry \(tickets[0])",
                ])
            #expect(Set(said[3...4]) == Set(tickets.map { "job.cancel \($0)" }))
            #expect(
                said[5...] == [
                    "jobs.cancel all", "job.delete \(tickets[0])", "group.cancel \(group.id)",
                    "keys.rotate new",
                ])
            #expect(entries[5].detail["filter"]?["queue"]?.text == "slow")
            #expect(entries[5].detail["done"] == 2 && entries[8].detail["renewed"] == 1)
        }
    }

    @Test func aLoginThatMayNotWriteTheAuditChangesTheQueueAllTheSame() async throws {
        try await withDatabase(business: true) { database in
            try await database.signedIn(as: "djet_offload") { office in
                let ticket = try await office.model().offload(Twice(number: 1))
                let cancel = try await Run.office("jobs", "cancel", "\(ticket)", on: office)
                #expect(cancel.status == 0, "\(cancel.error)")
            }
            #expect(try await entries(in: database).isEmpty)
        }
    }
}
