import DjetModel
import DjetStore
import DjetTesting
import Foundation
import Testing

/// The guide's functions, tested as its article on testing says.
@Suite struct LibraryTests {
    @Test func aBookIsLentUntilNoneIsLeft() async throws {
        try await withModel(parts: [.library]) { model in
            try await model.addBook("moby", copies: 1)
            let loan = try await model.call(LendBook(book: "moby", reader: "ada"))
            #expect(loan.dueAt == model.now + 28 * 86_400)
            await #expect(throws: ModelError.conflict("all copies of moby are lent")) {
                try await model.call(LendBook(book: "moby", reader: "bob"))
            }
        }
    }

    @Test func calledOrOffloadedItIsTheSame() async throws {
        try await withWorker(parts: [.library]) { model in
            try await model.addBook("moby", copies: 2)
            let lend = LendBook(book: "moby", reader: "ada")
            let loan = try await model.call(lend)  // now
            let ticket = try await model.offload(lend)  // later: a Ticket<Loan>
            let other = try await ticket.value  // the same type, the same errors
            #expect(other.dueAt == loan.dueAt && other.number != loan.number)
        }
    }

    @Test func lateReadersAreReminded() async throws {
        let clock = ModelClock()
        try await withModel(parts: [.library], clock: clock) { model in
            try await model.addBook("moby", copies: 1)
            _ = try await model.call(LendBook(book: "moby", reader: "ada"))
            clock.advance(by: .seconds(29 * 86_400))  // `model.now`
            let ticket = try await model.fire("remind")  // schedules fire by hand alone
            try await model.drain()  // runs what is due, and what that offloads
            let reminded = try await model.ticket(ticket, of: Int.self).value
            #expect(reminded == 1)
        }
    }

    @Test func noticesAreOffloadedNotSent() async throws {
        let clock = ModelClock()
        try await withModel(parts: [.library], clock: clock) { model in
            try await model.addBook("moby", copies: 1)
            _ = try await model.call(LendBook(book: "moby", reader: "ada"))
            clock.advance(by: .seconds(29 * 86_400))
            _ = try await model.call(RemindReaders())
            try await model.expectOffloaded(SendNotice.self, count: 1) { $0.reader == "ada" }
        }
    }

    @Test func aPurchaseWaitsForItsApproval() async throws {
        try await withInlineModel(parts: [.library]) { model in
            try await model.addBook("moby", copies: 1)
            let approved = try model.giving(signal: "approval", true)
            let bought = try await approved.call(BuyBooks(books: ["moby"]))
            #expect(bought == 1)
            let rejected = try model.giving(signal: "approval", false)
            await #expect(throws: ModelError.conflict("the purchase is rejected")) {
                try await rejected.call(BuyBooks(books: ["moby"]))
            }
        }
    }

    @Test func visitsAreCountedTogether() async throws {
        try await withModel(parts: [.library]) { model in
            try await model.addBook("moby", copies: 1)
            let visits = [CountVisit(book: "moby"), CountVisit(book: "none"), CountVisit(book: "moby")]
            let counts = try await CountVisit.run(visits, in: model).map { try $0.get() }
            #expect(counts == [2, 0, 2])
        }
    }

    @Test func aFileComesWithItsNameAndType() async throws {
        try await withModel(parts: [.library]) { model in
            try await model.addBook("moby", copies: 1)
            _ = try await model.call(LendBook(book: "moby", reader: "ada"))
            let file = try await model.call(ListLoans(reader: "ada"))
            #expect(file.name == "loans.csv" && file.size == 5)
        }
    }

    @Test func scansOfOtherProgramsAreHandled() async throws {
        try await withModel(parts: [.library]) { model in
            try await model.addBook("moby", copies: 1)
            let ticket = try await model.offload(
                kind: "scanner.scan", arguments: #"{"barcode": "moby"}"#)
            try await model.drain()
            let title = try await model.ticket(ticket, of: String.self).value
            #expect(title == "moby")
        }
    }

    @Test func aTenantsJobsBearItsTag() async throws {
        try await withModel(parts: [.library, .branches]) { model in
            let ticket = try await model.acting(for: "acme").offload(RecountLoans())
            try await model.drain()
            let tags = try await ticket.job.tags
            #expect(tags == ["acme"])
        }
    }
}

extension Model {
    func addBook(_ code: String, copies: Int) async throws {
        try await database.query(
            "insert into library.book (code, title, copies) values (\(code), \(code), \(copies))")
    }
}
