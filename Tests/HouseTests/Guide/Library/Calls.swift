import DjetModel
import Foundation
import Logging

/// The calls and offloads that the guide shows.
enum Calls {
    static func terms(_ model: Model) async throws -> Int? {
        let ticket = try await model.offload(
            RecountLoans(), runAt: model.now + 1, expires: .after(.seconds(7_200)), tags: ["spring"])
        let changed = try await ticket.value(within: .seconds(30))  // nil if it has not ended by then
        return changed
    }

    static func outbox(_ model: Model) async throws -> Ticket<Int> {
        try await model.transaction { model in
            let loan = try await model.call(LendBook(book: "moby", reader: "ada"))
            model.logger.info("loan \(loan.number)")
            return try await model.offload(RecountLoans())  // exists if the transaction commits
        }
    }

    static func flow(_ model: Model) async throws -> File {
        let loan = try await model.offload(LendBook(book: "moby", reader: "ada"))
        let list = try await model.offload(ListLoans(reader: "ada"), after: [loan.id])
        return try await list.value
    }

    static func group(_ books: [String], _ model: Model) async throws -> Int {
        let group = try await model.offload(
            group: "visits", books.map { CountVisit(book: $0) }, then: CloseDay())
        for try await visit in group.values { model.logger.info("\(visit.ticket) \(visit.result)") }
        guard let last = try await group.then(of: Int.self) else { return 0 }
        return try await last.value
    }

    static func unique(_ model: Model) async throws -> (TicketID, TicketID) {
        let count = try await model.offload(RecountLoans(), unique: Unique())  // the job that is there
        let list = try await model.offload(  // only the last one runs
            ListLoans(reader: "ada"), runAt: model.now + 10,
            unique: Unique(key: "loans of ada", while: .waiting, otherwise: .replace))
        return (count.id, list.id)
    }

    static func limits(_ model: Model) async throws {
        try await model.limit("mail", to: QueueLimit(rate: Rate(10, per: .second)))
        try await model.limit("branch", to: QueueLimit(running: 3, key: "reader", runningPerKey: 1))
        try await model.limit("imports", to: QueueLimit(key: QueueLimit.tenant))  // they take turns
    }

    static func tenant(_ model: Model) async throws -> Ticket<Int> {
        let acme = model.acting(for: "acme")
        return try await acme.offload(RecountLoans())  // model.tenant is "acme" in its run
    }

    static func signal(_ model: Model) async throws -> Int {
        let purchase = try await model.offload(BuyBooks(books: ["moby"]))
        try await model.sendSignal("approval", true, to: purchase.id)
        return try await purchase.value
    }
}

struct CloseDay: ModelFunction {
    static let name = "library.close-day"

    func run(in model: Model) async throws -> Int {
        guard let outcome = model.outcome else { return 0 }
        for ticket in outcome.failures { model.logger.warning("\(ticket) failed") }
        return outcome.finished
    }
}
