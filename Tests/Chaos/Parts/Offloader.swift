import DjetModel
import DjetStore
import Foundation

/// Offloads jobs, and journals those that were acknowledged.
struct Offloader: Sendable {
    /// The error that rolls a transaction back.
    private struct ChangeOfMind: Error {}

    /// The number of live jobs above which no more are offloaded.
    private static let enough = 3000

    let model: Model
    let journal: Journal
    let draw: Guarded<ErrandDraw>
    /// The number of live jobs.
    private let depth = Guarded(0)
    /// Recent jobs that surely finish.
    private let recent = Guarded<[TicketID]>([])
    private let asker: Asker
    private let packer: Packer

    init(model: Model, journal: Journal, draw: Guarded<ErrandDraw>) {
        self.model = model
        self.journal = journal
        self.draw = draw
        asker = Asker(model: model, journal: journal, draw: draw)
        packer = Packer(model: model, journal: journal, draw: draw)
    }

    /// Offloads one job per span on average; a batch of several is followed by as many spans.
    func run(every span: Duration) async {
        while !Task.isCancelled {
            if depth.withLock({ $0 }) > Self.enough {
                try? await Task.sleep(for: .milliseconds(200))
                continue
            }
            var count = 1
            do {
                // Runs in a task that nobody cancels, so that stopping does not break off a call.
                count = try await Task { try await leave() }.value
            } catch  where error.isTrouble {
                journal.note(.unsure, error.kindOfTrouble)
                try? await Task.sleep(for: .milliseconds(100))
            } catch {
                journal.note(.odd, "\(error)")
            }
            try? await Task.sleep(for: span * count)
        }
    }

    /// Counts the live jobs once a second.
    func watchLine() async {
        while !Task.isCancelled {
            let count = try? await model.store.first("select count(*) from jobmachine.job", as: Int.self)
            depth.withLock { $0 = count ?? 0 }
            try? await Task.sleep(for: .seconds(1))
        }
    }

    private func leave() async throws -> Int {
        switch draw.withLock({ $0.number(below: 100) }) {
        case ..<6: return try await leaveMany()
        case ..<16: return try await leaveInTransaction()
        case ..<22: return try await leaveForLater()
        case ..<28: return try await leaveBehindAnother()
        case ..<34: return try await leaveSole()
        case ..<38: return try await leaveScarce()
        case ..<42: return try await leaveOffer()
        case ..<46:
            try await asker.ask()
            return 1
        case ..<48: return try await packer.pack()
        case ..<51: return try await leaveBehindRefusal()
        default:
            let errand = draw.withLock { $0.next() }
            try await leave(errand)
            return 1
        }
    }

    private func leave(_ errand: some Errand) async throws {
        note(try await model.offload(errand), errand)
    }

    private func leaveMany() async throws -> Int {
        let errands = draw.withLock { $0.batch() }
        let tickets = try await model.offload(errands)
        for (ticket, errand) in zip(tickets, errands) { note(ticket, errand) }
        return errands.count
    }

    /// Offloads two jobs in a transaction, which is rolled back in one of three cases.
    private func leaveInTransaction() async throws -> Int {
        let errands = draw.withLock { [$0.make(Booking.self), $0.make(Booking.self)] }
        let isUndone = draw.withLock { $0.number(below: 3) == 0 }
        do {
            let tickets = try await model.transaction { model in
                let first = try await model.offload(errands[0])
                let second = try await model.offload(errands[1])
                if isUndone { throw ChangeOfMind() }
                return [first, second]
            }
            for (ticket, errand) in zip(tickets, errands) { note(ticket, errand) }
        } catch is ChangeOfMind {
            for errand in errands { journal.note(.undone, number: errand.number) }
        }
        return 2
    }

    private func leaveForLater() async throws -> Int {
        let errand = draw.withLock { $0.make(Letter.self) }
        let delay = Double(draw.withLock { $0.number(below: 3000) }) / 1000
        note(try await model.offload(errand, runAt: Date() + delay), errand)
        return 1
    }

    private func leaveBehindAnother() async throws -> Int {
        let errand = draw.withLock { $0.make(Booking.self) }
        let needed = recent.withLock { $0 }
        let ticket = try await model.offload(errand, after: .finished(needed))
        note(ticket, errand)
        for id in needed { journal.note(.after, job: ticket.id.number, "\(id.number)") }
        return 1
    }

    /// Offloads a job that is refused, one that needs it, and one that waits for the ends of both.
    private func leaveBehindRefusal() async throws -> Int {
        let refusal = draw.withLock { $0.make(Refusal.self) }
        let appeal = draw.withLock { $0.make(Appeal.self) }
        let booking = draw.withLock { $0.make(Booking.self) }
        let tickets = try await model.transaction { model in
            let first = try await model.offload(refusal)
            let second = try await model.offload(appeal, after: [first.id])
            let third = try await model.offload(booking, after: .ended([first.id, second.id]))
            return [first, second, third]
        }
        note(tickets[0], refusal)
        note(tickets[1], appeal)
        note(tickets[2], booking)
        for needed in tickets[..<2] {
            journal.note(.after, job: tickets[2].id.number, "\(needed.id.number)")
        }
        return tickets.count
    }

    private func leaveSole() async throws -> Int {
        let errand = draw.withLock { $0.make(Sole.self) }
        let key = "sole \(errand.number % Sole.keys)"
        let isKept = draw.withLock { $0.number(below: 2) == 0 }
        let rule = Unique(key: key, otherwise: isKept ? .keep : .refuse)
        do {
            let ticket = try await model.offload(errand, unique: rule)
            journal.note(.unique, job: ticket.id.number, key)
        } catch let refusal as DuplicateJob {
            journal.note(.unique, job: refusal.ticket.number, key)
        }
        return 1
    }

    private func leaveScarce() async throws -> Int {
        let errand = draw.withLock { $0.make(Scarce.self) }
        note(try await model.acting(for: errand.tenant).offload(errand, on: errand.queue), errand)
        return 1
    }

    /// Offloads a job that expires, often before the time at which it may run.
    private func leaveOffer() async throws -> Int {
        let errand = draw.withLock { $0.make(Offer.self) }
        let delays = draw.withLock { [$0.number(below: 2000), $0.number(below: 3000)] }
        let ticket = try await model.offload(
            errand, runAt: delays[0] < 1000 ? nil : Date() + Double(delays[0]) / 1000,
            expires: .after(.milliseconds(delays[1])))
        note(ticket, errand)
        return 1
    }

    private func note(_ ticket: Ticket<Int>, _ errand: some Errand) {
        journal.note(ticket, of: errand)
        guard errand is Booking || errand is Journey else { return }
        recent.withLock { $0 = $0.suffix(2) + [ticket.id] }
    }
}
