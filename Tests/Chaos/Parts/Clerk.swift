import DjetModel
import DjetStore
import Foundation

/// Offloads a job and waits for its value, over and over, and journals the outcome.
struct Clerk: Sendable {
    /// The pause between two jobs.
    private static let rest = Duration.milliseconds(60)

    /// The longest time of a call: a silence of the server is detected, and another connection is opened.
    private static let limit = StoreLimits().pulse + StoreLimits().silence + StoreLimits().opening

    let model: Model
    let journal: Journal
    let draw: Guarded<ErrandDraw>
    /// The longest wait for a job's reply.
    let patience: Duration

    func run() async {
        while !Task.isCancelled {
            // Runs in a task that nobody cancels, to wait for work that has begun.
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
            journal.note(ticket, of: errand)
            await wait(for: ticket, errand)
        } catch  where error.isTrouble {
            journal.note(.unsure, error.kindOfTrouble)
            try? await Task.sleep(for: .milliseconds(100))
        } catch {
            journal.note(.odd, "\(error)")
        }
    }

    /// Offloads an errand. Journals a call that took too long, whatever its result.
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

    /// Waits for the reply, again after each trouble. Returns true if one came.
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
