import DjetModel
import DjetStore
import Foundation

/// The function of a schedule. Each due time happens exactly once.
struct Tick: ModelFunction {
    static let name = "chaos.tick"
    /// The schedule, which comes every second and loses no time.
    static let schedule = Schedule("ticks", every: .seconds(1), missed: .all, overlap: .allow) { Tick() }
    static let retry = Booking.retry

    func run(in model: Model) async throws -> Nothing {
        try await model.database.query(
            """
            insert into chaos.tick_effect (due, job, attempt, process)
            values (\(model.job?.schedule?.due), \(model.job?.ticket.number), \(model.job?.attempt), \(getpid()))
            """)
        return Nothing()
    }
}
