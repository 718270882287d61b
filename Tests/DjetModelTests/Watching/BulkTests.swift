import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct BulkTests {
    @Test func allThatFitAreCancelledUpToTheLimit() async throws {
        try await withDatabase { database in
            let model = database.model()
            let slow = try await model.offload((0..<7).map { Twice(number: $0) }, on: "slow")
            let other = try await model.offload(Echo(text: "stays"))
            let found = try await model.jobs(for: .cancel, JobSearch(queue: "slow"), limit: 5)
            #expect(found.tickets.count == 5)
            #expect(found.areMoreLeft)
            let first = try await model.apply(.cancel, to: JobSearch(queue: "slow"), limit: 5)
            #expect(first == BulkOutcome(amount: 5, done: 5, areMoreLeft: true))
            let rest = try await model.apply(.cancel, to: JobSearch(queue: "slow"), limit: 5)
            #expect(rest == BulkOutcome(amount: 2, done: 2, areMoreLeft: false))
            for ticket in slow { #expect(try await ticket.status == .cancelled) }
            #expect(try await other.status == .entered)
        }
    }

    @Test func allThatFitAreBroughtBack() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let tickets = try await model.offload((0..<3).map { Twice(number: $0) })
            for ticket in tickets.dropLast() { try await ticket.cancel() }
            try await withWorker(model) {
                let value = try await tickets[2].value
                #expect(value == 4)
            }
            let outcome = try await model.apply(.retry, to: JobSearch())
            #expect(outcome == BulkOutcome(amount: 2, done: 2, areMoreLeft: false))
            #expect(try await tickets[0].status == .entered)
            #expect(try await tickets[2].status == .finished)
        }
    }

    @Test func whatCannotBeChangedIsPassedOver() async throws {
        try await withDatabase { database in
            let model = database.model()
            let ticket = try await model.offload(Echo(text: "a"))
            let nowhere = TicketID(queue: "default", number: 4_711)
            let outcome = try await model.apply(.cancel, to: [ticket.id, nowhere, ticket.id])
            #expect(outcome.done == 1)
            let elsewhere = TicketID(
                queue: "slow", number: try await model.offload(Echo(text: "b")).id.number)
            let nothing = try await model.apply(.cancel, to: [elsewhere])
            #expect(nothing.done == 0, "the number is one of another queue's jobs")
            let again = try await model.apply(.cancel, to: JobSearch(status: .finished))
            #expect(again == BulkOutcome(amount: 0, done: 0, areMoreLeft: false))
        }
    }

    @Test func allPagesAreChangedAndReported() async throws {
        try await withDatabase { database in
            let model = database.model()
            let tickets = try await model.offload((0..<7).map { Twice(number: $0) }, on: "slow")
            let other = try await model.offload(Echo(text: "stays"))
            let later = try await model.offload(Echo(text: "later"), on: "slow", runAt: .distantFuture)
            var amounts: [Int] = []
            let search = JobSearch(queue: "slow", status: .entered)
            let first = try await model.applyToAll(.cancel, to: search, by: 3) { amounts.append($0.amount) }
            #expect(first == BulkOutcome(amount: 7, done: 7, areMoreLeft: false))
            #expect(amounts == [3, 6, 7])
            for ticket in tickets { #expect(try await ticket.status == .cancelled) }
            let rest = try await model.applyToAll(.cancel, to: JobSearch(queue: "slow"), by: 3)
            #expect(rest == BulkOutcome(amount: 1, done: 1, areMoreLeft: false))
            #expect(try await later.status == .cancelled)
            let back = try await model.applyToAll(.retry, to: JobSearch(), by: 3)
            #expect(back.done == 8)
            let none = try await model.applyToAll(.delete, to: JobSearch(), by: 3)
            #expect(none == BulkOutcome(amount: 0, done: 0, areMoreLeft: false))
            #expect(try await other.status == .entered)
        }
    }

    @Test func allThatHaveEndedAreDeletedPageByPage() async throws {
        try await withDatabase { database in
            let history = try await FilledHistory(400, in: database)
            let model = database.model()
            let failed = history.ids { $0.status == .error }
            let outcome = try await model.applyToAll(.delete, to: JobSearch(status: .error), by: 4)
            #expect(outcome == BulkOutcome(amount: failed.count, done: failed.count, areMoreLeft: false))
            let left = try await model.everyJob()
            #expect(left == history.ids { $0.status != .error })
        }
    }
}
