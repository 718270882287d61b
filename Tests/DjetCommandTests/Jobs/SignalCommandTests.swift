import DjetModel
import DjetStore
import DjetTestSupport
import Testing

@Suite struct SignalCommandTests {
    @Test func aSignalIsSentOnce() async throws {
        try await withDatabase(business: true) { database in
            _ = try await database.model().offload(Echo(text: "a"))
            let flags = ["signal", "default.1", "payment", "--value", #"{"amount": 7}"#]
            let first = try await Run(flags, on: database)
            #expect(first.output == "default.1 has the signal payment.\n")
            let second = try await Run(flags + ["--json"], on: database)
            #expect(second.output == #"{"isNew":false,"signal":"payment","ticket":"default.1"}"# + "\n")
            let shown = try await Run(["jobs", "show", "default.1"], on: database)
            #expect(shown.output.contains("signal      payment: sent "))
        }
    }

    @Test func whatCannotBeSentIsRefused() async throws {
        try await withDatabase { database in
            _ = try await database.model().offload(Echo(text: "a"))
            let text = try await Run(["signal", "default.1", "payment", "--value", "yes"], on: database)
            #expect(text.status == 64)
            #expect(text.error.contains("Write a text in quotes"))
            let name = try await Run(["signal", "default.1", "Payment"], on: database)
            #expect(name.status == 1)
            #expect(name.error.contains("“Payment” is not a signal's name"))
            let unknown = try await Run(["signal", "default.2", "payment"], on: database)
            #expect(unknown.status == 3)
        }
    }
}
