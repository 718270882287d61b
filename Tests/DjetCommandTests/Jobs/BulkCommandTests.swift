import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@testable import DjetCommand

/// The commands that change all jobs which filters choose.
@Suite struct BulkCommandTests {
    @Test func filtersChooseTheJobs() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let tickets = try await model.offload(
                (0..<3).map { Twice(number: $0) }, on: "slow", tags: ["trial"])
            let other = try await model.offload(Echo(text: "stays"))
            let cancel = try await Run.office(
                "jobs", "cancel", "--queue", "slow", "--tag", "trial", "--yes", on: database)
            #expect(cancel.output == "Cancelled 3 of 3 jobs.\n" && cancel.status == 0, "\(cancel.error)")
            for ticket in tickets { #expect(try await ticket.status == .cancelled) }
            let retry = try await Run.office(
                "jobs", "retry", "--status", "cancelled", "--since", "2000-01-01T00:00:00Z", "--yes",
                "--json",
                on: database)
            let outcome = try #require(try retry.json() as? [String: Any])
            #expect(outcome["amount"] as? Int == 3 && outcome["done"] as? Int == 3)
            for ticket in tickets { #expect(try await ticket.status == .entered) }
            let again = try await Run.office("jobs", "cancel", "--kind", "test.twice", "--yes", on: database)
            #expect(again.output == "Cancelled 3 of 3 jobs.\n", "\(again.error)")
            let delete = try await Run.office("jobs", "delete", "--all", "--yes", on: database)
            #expect(delete.output == "Deleted 3 of 3 jobs.\n", "\(delete.error)")
            let left = try await model.findJobs().jobs.map(\.ticket)
            #expect(left == [other.id])
        }
    }

    @Test func withoutATerminalNothingHappensUnlessItIsSaidBefore() async throws {
        try await withDatabase(business: true) { database in
            let ticket = try await database.model().offload(Echo(text: "a"))
            let refused = try await Run.office("jobs", "cancel", "--all", on: database, input: "y\n")
            #expect(refused.status == 64 && refused.output.isEmpty)
            #expect(try await ticket.status == .entered)
            let none = try await Run.office("jobs", "delete", "--user", "ann", "--yes", on: database)
            #expect(none.status == 0 && none.output.isEmpty && none.error == "No jobs found.\n")
        }
    }

    @Test(.endsWithTheSuite, arguments: ["y\n", "Yes\n"])
    func atATerminalTheAnswerYesLetsItHappen(answer: String) async throws {
        try await withDatabase(business: true) { database in
            let tickets = try await database.model().offload((0..<3).map { Twice(number: $0) })
            for (action, done) in [("cancel", "Cancelled"), ("retry", "Retried")] {
                let run = try await Run(
                    ["jobs", action, "--kind", "test.twice"], by: "office", on: database,
                    terminal: PseudoTerminal(typing: answer))
                #expect(run.error == "\(action.capitalized) 3 jobs? [y/N] ")
                #expect(run.output == "\(done) 3 of 3 jobs.\n" && run.status == 0)
            }
            #expect(try await tickets[0].status == .entered)
            // Nobody is asked about jobs that are not there.
            let delete = try await Run(
                ["jobs", "delete", "--all"], by: "office", on: database,
                terminal: PseudoTerminal(typing: ""))
            #expect(delete.error == "No jobs found.\n" && delete.status == 0)
        }
    }

    @Test(.endsWithTheSuite) func atATerminalABarShowsHowFarItIs() async throws {
        try await withDatabase(business: true) { database in
            _ = try await database.model().offload((0..<3).map { Twice(number: $0) })
            let bar = String(repeating: "█", count: 24) + " 100 %  3 of 3"
            let words = ["cancel": "Cancelling", "retry": "Retrying", "delete": "Deleting"]
            for action in ["cancel", "retry", "cancel", "delete"] {
                let shown = "\r\u{1B}[2K\(words[action] ?? "")  \(bar)\r\u{1B}[2K"
                let run = try await Run(
                    ["jobs", action, "--kind", "test.twice", "--yes"], by: "office", on: database,
                    screen: PseudoTerminal(typing: ""))
                #expect(run.error.hasSuffix(shown) && run.status == 0, "\(run.error)")
            }
        }
    }

    /// The last one is the end of the input, as Ctrl-D types it.
    @Test(.endsWithTheSuite, arguments: ["n\n", "\n", "yes, do\n", "\u{4}"])
    func atATerminalAnyOtherAnswerLetsAllStay(answer: String) async throws {
        try await withDatabase(business: true) { database in
            let ticket = try await database.model().offload(Echo(text: "a"))
            let run = try await Run(
                ["jobs", "cancel", "--all"], by: "office", on: database,
                terminal: PseudoTerminal(typing: answer))
            let refusal = "Cancel 1 job? [y/N] Error: no job is changed, since the answer is not y"
            #expect(run.error.hasPrefix(refusal), "\(run.error)")
            #expect(run.status == 1 && run.output.isEmpty)
            #expect(try await ticket.status == .entered)
        }
    }

    @Test func anEndedJobIsDeleted() async throws {
        try await withDatabase(business: true) { database in
            let ticket = try await database.model().offload(Echo(text: "a"))
            let early = try await Run.office("jobs", "delete", "\(ticket)", on: database)
            #expect(early.status == 1 && early.error == "Error: \(ticket) is live: cancel it first\n")
            try await ticket.cancel()
            let done = try await Run.office("jobs", "delete", "\(ticket)", on: database)
            #expect(done.output == "\(ticket) is deleted.\n" && done.status == 0, "\(done.error)")
            let again = try await Run.office("jobs", "delete", "\(ticket)", on: database)
            #expect(again.status == 3)
        }
    }

    @Test func theQuestionTellsHowMany() {
        #expect(BulkRun.question(.cancel, 1_234, areMoreLeft: false) == "Cancel 1,234 jobs? [y/N]")
        #expect(BulkRun.question(.retry, 1, areMoreLeft: false) == "Retry 1 job? [y/N]")
        #expect(BulkRun.question(.delete, 1_000, areMoreLeft: true) == "Delete 1,000 jobs or more? [y/N]")
    }
}
