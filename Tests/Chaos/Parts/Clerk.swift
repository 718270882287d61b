import DjetModel
import DjetStore
import Foundation

/// Leaves a job and waits for its value, over and over, and notes what it was told.
struct Clerk: Sendable {
    /// How long it rests between two jobs.
    private static let rest = Duration.milliseconds(60)

    /// The longest that a call takes: a silence of the server is found out, and another connection is opened.
    private static let limit = StoreLimits().pulse + StoreLimits().silence + StoreLimits().opening

    let model: Model
    let journal: Journal
    let draw: Guarded<ErrandDraw>
    /// How long it waits.
    let patience: Duration

    func run() async {
        while !Task.isCancelled {
            // In a task of its own, which nobody cancels: what has begun is waited for.
            await Task {
                let errand = draw.withLock { $0.next() }
                await serve(errand)
            }.value
            try? await Task.sleep(for: Self.rest)
        }
    }

    private func serve(_ errand: some Errand) async {
        do {
            let ticket = try await leave(errand)
            journal.note(.offloaded, job: ticket.id.number, number: errand.number)
            await wait(for: ticket, errand)
        } catch  where error.isTrouble {
            journal.note(.unsure, error.kindOfTrouble)
            try? await Task.sleep(for: .milliseconds(100))
        } catch {
            journal.note(.odd, "\(error)")
        }
    }

    /// Offloads it. Notes when that took too long, whatever came of it.
    private func leave(_ errand: some Errand) async throws -> Ticket<Int> {
        let start = ContinuousClock.now
        defer {
            let span = start.duration(to: .now)
            if span > Self.limit { journal.note(.late, number: errand.number, "\(span)") }
        }
        return try await model.offload(errand)
    }

    private func wait(for ticket: Ticket<Int>, _ errand: some Errand) async {
        let journal = journal
        await withTaskGroup(of: Bool.self) { group in
            group.addTask { await ask(ticket, errand) }
            group.addTask {
                try? await Task.sleep(for: patience)
                return false
            }
            let isTold = await group.next() ?? false
            if !isTold { journal.note(.untold, job: ticket.id.number) }
            group.cancelAll()
        }
    }

    /// Asks until it is told something, whatever breaks meanwhile. Returns whether it was.
    private func ask(_ ticket: Ticket<Int>, _ errand: some Errand) async -> Bool {
        let job = ticket.id.number
        while !Task.isCancelled {
            do {
                journal.note(.told, job: job, "\(try await ticket.value)")
                return true
            } catch  where error.isTrouble {
                journal.note(.unsure, "waiting: \(error.kindOfTrouble)")
                try? await Task.sleep(for: .milliseconds(50))
            } catch is CancellationError {
                return false
            } catch let error as ModelError where errand is Refusal {
                journal.note(.refused, job: job, "\(error)")
                return true
            } catch {
                journal.note(.surprised, job: job, "\(error)")
                return true
            }
        }
        return false
    }
}
